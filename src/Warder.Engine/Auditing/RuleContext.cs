using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>What a rule sees of the file it visits, and where it reports.</summary>
public abstract class RuleContext
{
    private readonly FindingSink _sink;

    private protected RuleContext(Repository repository, SourceText source, FindingSink sink)
    {
        Repository = repository;
        Source = source;
        _sink = sink;
    }

    /// <summary>The repository with its registry, policy and facts.</summary>
    public Repository Repository { get; }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>Reports a finding in this file.</summary>
    public void Report(Rule rule, FindingDraft draft)
    {
        if (IsShared(draft))
        {
            _sink.AddShared(rule.Descriptor, Source, draft);
            return;
        }

        _sink.Add(rule.Descriptor, Source, draft);
    }

    /// <summary>Whether a draft speaks of lines that stand once and are used by several jobs.</summary>
    private protected virtual bool IsShared(FindingDraft draft) => false;
}
