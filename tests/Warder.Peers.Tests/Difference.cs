using System.Text.Json;
using System.Text.RegularExpressions;
using Warder.Testing;

namespace Warder.Peers.Tests;

/// <summary>The list of differences between Warder and its peers that are known and explained.</summary>
internal static class Difference
{
    private static readonly IReadOnlyList<(string About, string Side, Regex Pattern)> Known = Load();

    /// <summary>Whether the list explains a difference.</summary>
    public static bool IsKnown(string about, string side, string text) =>
        Known.Any(k => k.About == about && k.Side == side && k.Pattern.IsMatch(text));

    private static IReadOnlyList<(string About, string Side, Regex Pattern)> Load()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("tests", "peers", "known-differences.json")));
        return
        [
            .. list.RootElement.EnumerateArray().Select(e => (
                e.GetProperty("about").GetString()!,
                e.GetProperty("side").GetString()!,
                new Regex(e.GetProperty("pattern").GetString()!, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))),
        ];
    }
}
