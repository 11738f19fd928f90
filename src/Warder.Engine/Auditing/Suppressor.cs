using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Rules;

namespace Warder.Engine.Auditing;

/// <summary>Parts the findings that count from those that a comment, an exception or the baseline hides.</summary>
internal sealed class Suppressor
{
    private readonly AuditPolicy _policy;
    private readonly DateOnly _today;
    private readonly Baseline? _baseline;

    public Suppressor(AuditPolicy policy, DateOnly today, Baseline? baseline)
    {
        _policy = policy;
        _today = today;
        _baseline = baseline;
    }

    /// <summary>Applies all three; the rules on suppressions speak afterwards, and what they say may itself be excepted or in the baseline.</summary>
    public SuppressionVerdict Apply(
        IReadOnlyList<Finding> findings,
        IReadOnlyList<InlineSuppression> inline,
        IReadOnlyList<Rule> rules,
        RepositoryFiles files,
        List<Diagnostic> diagnostics)
    {
        var open = new List<Finding>();
        var hidden = new List<SuppressedFinding>();
        var used = new HashSet<InlineSuppression>(ReferenceEqualityComparer.Instance);
        var byPlace = inline.Where(s => s.Reason is not null).ToLookup(s => (s.Source.Path, s.Line));
        foreach (var finding in findings)
        {
            if (InlineFor(finding, byPlace) is { } comment)
            {
                used.Add(comment);
                hidden.Add(new SuppressedFinding(finding, SuppressionKind.Inline, comment.Reason));
            }
            else
            {
                open.Add(finding);
            }
        }

        open.AddRange(OnSuppressions(inline, used, rules, diagnostics));
        open = FindingOrder.Sort(open);
        open = Part(open, hidden, f => ExceptionFor(f) is { } e ? new SuppressedFinding(f, SuppressionKind.Exception, e.Reason) : null);
        var matcher = _baseline?.Match(files);
        open = Part(open, hidden, f => matcher?.Hides(f) == true ? new SuppressedFinding(f, SuppressionKind.Baseline, Reason: null) : null);
        return new SuppressionVerdict(open, hidden);
    }

    private static InlineSuppression? InlineFor(Finding finding, ILookup<(string, int), InlineSuppression> byPlace) =>
        finding.Rule.Suppressible
            ? byPlace[(finding.Location.Path, finding.Location.Start.Line)].FirstOrDefault(s => s.Slugs.Contains(finding.Rule.Slug, StringComparer.Ordinal))
            : null;

    private PolicyException? ExceptionFor(Finding finding) =>
        finding.Rule.Suppressible ? _policy.Exceptions.FirstOrDefault(e => Fits(e, finding)) : null;

    private bool Fits(PolicyException exception, Finding finding) =>
        exception.Expires >= _today
        && string.Equals(exception.Rule, finding.Rule.Slug, StringComparison.Ordinal)
        && (exception.Path is null || exception.Path.Matches(finding.Location.Path))
        && (exception.Job is null || string.Equals(exception.Job, finding.Job, StringComparison.Ordinal))
        && (exception.Token is null || string.Equals(exception.Token, finding.Token, StringComparison.OrdinalIgnoreCase));

    private static List<Finding> Part(List<Finding> findings, List<SuppressedFinding> hidden, Func<Finding, SuppressedFinding?> hide)
    {
        var open = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            if (hide(finding) is { } suppressed)
            {
                hidden.Add(suppressed);
            }
            else
            {
                open.Add(finding);
            }
        }

        return open;
    }

    private IReadOnlyList<Finding> OnSuppressions(
        IReadOnlyList<InlineSuppression> inline,
        HashSet<InlineSuppression> used,
        IReadOnlyList<Rule> rules,
        List<Diagnostic> diagnostics)
    {
        if (inline.Count == 0)
        {
            return [];
        }

        var sink = new FindingSink(_policy);
        var slugs = rules.Select(r => r.Descriptor.Slug).ToHashSet(StringComparer.Ordinal);
        var context = new SuppressionContext([.. inline.Where(s => !used.Contains(s))], inline, slugs, sink);
        new RuleRunner(rules).Run(path: null, diagnostics, rule => rule.VisitSuppressions(context));
        return sink.Findings;
    }
}
