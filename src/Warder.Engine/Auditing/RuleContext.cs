using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>What a rule sees of the file it visits, and where it reports.</summary>
public abstract class RuleContext
{
    private readonly FindingSink _sink;
    private readonly Lazy<GeneratedFile?> _generated;

    private protected RuleContext(Repository repository, SourceText source, FindingSink sink)
    {
        Repository = repository;
        Source = source;
        _sink = sink;
        _generated = new Lazy<GeneratedFile?>(() => Repository.Facts.GeneratedFiles.Find(Source.Text));
    }

    /// <summary>The repository with its registry, policy and facts.</summary>
    public Repository Repository { get; }

    /// <summary>The file.</summary>
    public SourceText Source { get; }

    /// <summary>The tool that writes the file; null where people do.</summary>
    public GeneratedFile? Generated => _generated.Value;

    /// <summary>Reports a finding in this file.</summary>
    public void Report(Rule rule, FindingDraft draft)
    {
        if (Generated is { } generated && draft.Hint is { } hint)
        {
            draft = draft with { Hint = $"{hint}; {generated.Tool} writes this file, so change {generated.Origin}" };
        }

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
