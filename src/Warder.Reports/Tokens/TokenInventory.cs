using Warder.Engine.Auditing;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Reports.Tokens;

/// <summary>The tokens of the audited repositories: those that are used and those that are registered.</summary>
internal static class TokenInventory
{
    private const string Unregistered = "unregistered";

    /// <summary>All tokens, repository by repository, sorted by name.</summary>
    public static List<TokenSummary> Of(IReadOnlyList<AuditResult> results)
    {
        var tokens = new List<TokenSummary>();
        foreach (var result in results)
        {
            tokens.AddRange(Of(result, results.Count > 1 ? result.Repository.Files.Name : null));
        }

        return tokens;
    }

    private static List<TokenSummary> Of(AuditResult result, string? repository)
    {
        var registry = result.Repository.Registry;
        var uses = new Dictionary<TokenReference, List<TokenUse>>();
        foreach (var use in result.Uses)
        {
            if (!uses.TryGetValue(use.Token, out var list))
            {
                uses[use.Token] = list = [];
            }

            list.Add(use);
        }

        foreach (var entry in registry?.Entries ?? [])
        {
            if (entry.Status != TokenStatus.Prohibited)
            {
                uses.TryAdd(TokenReference.Named(entry.Name), []);
            }
        }

        var tokens = new List<TokenSummary>(uses.Count);
        foreach (var (token, list) in uses)
        {
            list.Sort(ByPlace);
            var entry = registry?.Find(token);
            tokens.Add(new TokenSummary(repository, token, entry, StatusOf(token, entry, registry), list));
        }

        tokens.Sort((a, b) =>
        {
            var byName = string.CompareOrdinal(a.Token.Name, b.Token.Name);
            return byName != 0 ? byName : a.Token.Kind.CompareTo(b.Token.Kind);
        });
        return tokens;
    }

    private static string? StatusOf(TokenReference token, TokenEntry? entry, TokenRegistry? registry) =>
        registry is null || token.Kind is not (TokenKind.Secret or TokenKind.DefaultToken)
            ? null
            : entry is null ? Unregistered : Words.Of(entry.Status);

    private static int ByPlace(TokenUse a, TokenUse b)
    {
        var byPath = string.CompareOrdinal(a.Path, b.Path);
        if (byPath != 0)
        {
            return byPath;
        }

        var byStart = a.Start.CompareTo(b.Start);
        return byStart != 0 ? byStart : a.Scope.CompareTo(b.Scope);
    }
}
