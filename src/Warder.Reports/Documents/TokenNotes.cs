using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Reports.Documents;

/// <summary>
/// What the rules say of each token. Left out is what another day would change though the repository does not: dates that pass, and
/// the exceptions that they end. What an exception or the baseline tolerates is told all the same, for it is there.
/// </summary>
internal sealed class TokenNotes
{
    private static readonly HashSet<string> Dated = new(StringComparer.Ordinal)
    {
        "token-expired", "token-expiring", "rotation-overdue", "expired-exception", "fallback-chain", "stale-suppression",
    };

    private readonly ILookup<string, Finding> _findings;
    private readonly string? _registry;

    /// <param name="result">The audit.</param>
    /// <param name="own">The generated documents, of which nothing is told in themselves.</param>
    public TokenNotes(AuditResult result, IReadOnlySet<string> own)
    {
        _registry = result.Repository.Registry?.Source.Path;
        _findings = result.Findings
            .Concat(result.Suppressed.Where(s => s.By != SuppressionKind.Inline).Select(s => s.Finding))
            .Where(f => f is { Token: not null, Persona: Persona.Regular } && (f.Rule.Start == RuleStart.Audit || result.Repository.Policy.IsAsked(f.Rule)) && !Dated.Contains(f.Rule.Slug) && !own.Contains(f.Location.Path))
            .ToLookup(f => f.Token!.ToUpperInvariant(), StringComparer.Ordinal);
    }

    /// <summary>The notes of a token, the worst first.</summary>
    public IReadOnlyList<TokenNote> Of(string token) =>
    [
        .. _findings[token]
            .GroupBy(f => f.Rule)
            .Select(g => new TokenNote(
                g.Key,
                g.Max(f => f.Severity),
                [.. g.Select(PlaceOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
            .OrderByDescending(n => n.Severity)
            .ThenBy(n => n.Rule.Slug, StringComparer.Ordinal),
    ];

    private string? PlaceOf(Finding finding) =>
        string.Equals(finding.Location.Path, _registry, StringComparison.Ordinal) ? null
        : string.IsNullOrEmpty(finding.Job) ? finding.Location.Path
        : $"{finding.Location.Path}:{finding.Job}";
}
