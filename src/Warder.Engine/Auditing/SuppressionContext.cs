using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Auditing;

/// <summary>What the rule on suppressions sees after all others have run.</summary>
public sealed class SuppressionContext
{
    private readonly FindingSink _sink;

    internal SuppressionContext(
        IReadOnlyList<InlineSuppression> unused,
        IReadOnlyList<InlineSuppression> all,
        IReadOnlySet<string> slugsThatRan,
        FindingSink sink)
    {
        Unused = unused;
        All = all;
        SlugsThatRan = slugsThatRan;
        _sink = sink;
    }

    /// <summary>Suppressions that hid nothing.</summary>
    public IReadOnlyList<InlineSuppression> Unused { get; }

    /// <summary>All suppressions.</summary>
    public IReadOnlyList<InlineSuppression> All { get; }

    /// <summary>Slugs of the rules that were run: of others nothing can be said.</summary>
    public IReadOnlySet<string> SlugsThatRan { get; }

    /// <summary>Reports a finding at a suppression.</summary>
    public void Report(Rule rule, InlineSuppression suppression, FindingDraft draft) => _sink.Add(rule.Descriptor, suppression.Source, draft);
}
