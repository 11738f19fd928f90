using Warder.Engine.Auditing;
using Warder.Engine.Policy;
using Warder.Engine.Registry;

namespace Warder.Reports.Documents;

/// <summary>What both documents are made of: the registry, token by token, with what the audit found of each.</summary>
internal sealed class RegistryOverview
{
    public RegistryOverview(AuditResult result, TokenRegistry registry, IReadOnlySet<string> own)
    {
        Result = result;
        Registry = registry;
        var places = new TokenPlaces(result, own);
        var notes = new TokenNotes(result, own);
        Tokens = [.. registry.Entries.Select(e => FactsOf(e, places, notes))];
        Unknowns = [.. result.Unknowns.Where(u => !own.Contains(u.Path))];
    }

    public AuditResult Result { get; }

    public TokenRegistry Registry { get; }

    public AuditPolicy Policy => Result.Repository.Policy;

    /// <summary>All tokens in the order of the registry.</summary>
    public IReadOnlyList<TokenFacts> Tokens { get; }

    /// <summary>What could not be followed.</summary>
    public IReadOnlyList<Pipelines.Unknown> Unknowns { get; }

    /// <summary>The registered tokens by category, in the order of the registry.</summary>
    public IEnumerable<IGrouping<string, TokenFacts>> Categories =>
        Tokens.Where(t => t.Entry.Status == TokenStatus.Registered).GroupBy(t => t.Entry.Category, StringComparer.Ordinal);

    public IReadOnlyList<TokenFacts> With(TokenStatus status) => [.. Tokens.Where(t => t.Entry.Status == status)];

    /// <summary>The secrets in use that the registry does not know, with how many files use each.</summary>
    public IEnumerable<(string Token, int Files)> Unregistered() =>
        Result.Findings.Concat(Result.Suppressed.Select(s => s.Finding))
            .Where(f => f is { Rule.Slug: "unregistered-token", Token: not null })
            .GroupBy(f => f.Token!.ToUpperInvariant(), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Select(f => f.Location.Path).Distinct(StringComparer.Ordinal).Count()));

    private TokenFacts FactsOf(TokenEntry entry, TokenPlaces places, TokenNotes notes)
    {
        var because = RiskModel.Assess(entry, Result.Repository.Facts.Scopes);
        RiskLevel? implied = because is null ? null : RiskModel.OnScaleOf(Registry, because.Level);
        var risk = entry.Risk is { } declared && (implied is not { } level || declared > level) ? declared : implied;
        return new TokenFacts(entry, risk, implied, because, places.Of(entry), notes.Of(entry.Name));
    }
}
