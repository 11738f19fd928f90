using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Enforcement;

/// <summary>What to do about all findings of one rule and severity.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How bad they are.</param>
/// <param name="Findings">How many.</param>
/// <param name="Files">In how many files.</param>
/// <param name="Hint">What to do, where all of them say the same; null where they differ.</param>
/// <param name="First">The first of them.</param>
public sealed record Recommendation(RuleDescriptor Rule, Severity Severity, int Findings, int Files, string? Hint, Finding First)
{
    /// <summary>What to do about some findings, the worst and then the most frequent first.</summary>
    public static IReadOnlyList<Recommendation> Of(IEnumerable<Finding> findings) =>
    [
        .. findings
            .GroupBy(f => (f.Rule.Slug, f.Severity))
            .Select(g => new Recommendation(
                g.First().Rule,
                g.Key.Severity,
                g.Count(),
                g.Select(f => f.Location.Path).Distinct(StringComparer.Ordinal).Count(),
                g.Select(f => f.Hint).Distinct(StringComparer.Ordinal).Take(2).ToList() is [{ } same] ? same : null,
                g.First()))
            .OrderByDescending(r => r.Severity)
            .ThenByDescending(r => r.Findings)
            .ThenBy(r => r.Rule.Slug, StringComparer.Ordinal),
    ];
}
