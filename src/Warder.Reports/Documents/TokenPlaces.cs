using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Reports.Documents;

/// <summary>Holds the uses found of each token against the places that its entry names.</summary>
internal sealed class TokenPlaces
{
    private readonly AuditResult _result;
    private readonly ILookup<string, TokenUse> _uses;
    private readonly HashSet<(string Token, string Path)> _unauthorized;

    /// <param name="result">The audit.</param>
    /// <param name="own">The generated documents, whose own words are no uses.</param>
    public TokenPlaces(AuditResult result, IReadOnlySet<string> own)
    {
        _result = result;
        _uses = result.Uses
            .Where(u => u.Token.Kind is TokenKind.Secret or TokenKind.DefaultToken && u.Scope != UseScope.Permission && !own.Contains(u.Path))
            .ToLookup(u => u.Token.Name, StringComparer.Ordinal);
        _unauthorized = [.. result.Findings.Concat(result.Suppressed.Select(s => s.Finding)).Where(IsUnauthorized).Select(f => (f.Token!.ToUpperInvariant(), f.Location.Path))];
    }

    public IReadOnlyList<TokenPlace> Of(TokenEntry entry)
    {
        var places = new SortedDictionary<string, TokenPlace>(StringComparer.Ordinal);
        foreach (var file in _uses[entry.Name].GroupBy(u => u.Path, StringComparer.Ordinal))
        {
            List<string> jobs = [.. file.Select(u => u.Job).OfType<string>().Where(j => j.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            var unwritten = file.Count(u => u.Scope == UseScope.Implicit);
            places[file.Key] = new TokenPlace(file.Key, jobs, file.Count() - unwritten, unwritten, StateOf(entry, file.Key, [.. file]));
        }

        foreach (var listed in (entry.AuthorizedWorkflows ?? []).Concat(entry.AuthorizedScripts ?? []).Select(p => p.Pattern).DistinctBy(p => p.Text))
        {
            if (places.Keys.Any(listed.Matches))
            {
                continue;
            }

            var isThere = listed.IsLiteral ? _result.Repository.Files.Exists(listed.Text) : _result.Repository.Files.Paths.Any(listed.Matches);
            places[listed.Text] = new TokenPlace(listed.Text, [], 0, 0, isThere ? PlaceState.Unused : PlaceState.Missing);
        }

        return [.. places.Values];
    }

    private PlaceState StateOf(TokenEntry entry, string path, IReadOnlyList<TokenUse> uses)
    {
        var isListed = (entry.AuthorizedWorkflows ?? []).Concat(entry.AuthorizedScripts ?? []).Any(p => p.Pattern.Matches(path));
        if (!isListed && uses.All(u => u.Scope is UseScope.Document or UseScope.Configuration))
        {
            return PlaceState.Named;
        }

        if (entry.Status != TokenStatus.Registered)
        {
            return PlaceState.Condemned;
        }

        if (_unauthorized.Contains((entry.Name, path)))
        {
            return PlaceState.Unauthorized;
        }

        return isListed ? PlaceState.Used
            : entry.AuthorizedWorkflows is null && entry.AuthorizedScripts is null ? PlaceState.Unlisted
            : PlaceState.Beside;
    }

    private static bool IsUnauthorized(Finding finding) => finding is { Token: not null, Rule.Slug: "unauthorized-workflow" or "unauthorized-script" };
}
