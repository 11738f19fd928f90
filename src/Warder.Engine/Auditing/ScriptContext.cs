using Warder.Engine.Findings;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>What a rule sees of a script file that reads tokens.</summary>
public sealed class ScriptContext : RuleContext
{
    internal ScriptContext(Repository repository, SourceText source, ScriptLanguage language, IReadOnlyList<TokenUse> uses, FindingSink sink)
        : base(repository, source, sink)
    {
        Language = language;
        Uses = uses;
    }

    /// <summary>What the script is written in.</summary>
    public ScriptLanguage Language { get; }

    /// <summary>The tokens it reads.</summary>
    public IReadOnlyList<TokenUse> Uses { get; }
}
