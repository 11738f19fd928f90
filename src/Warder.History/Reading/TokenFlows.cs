using Warder.Engine.Periods;
using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>Tells by token which uses came and went in a period; also a use that only runs in between saw.</summary>
internal static class TokenFlows
{
    /// <summary>The tokens in the order of their names.</summary>
    /// <param name="before">The uses when the period began.</param>
    /// <param name="seen">Those that any of its runs saw.</param>
    /// <param name="after">Those at its end.</param>
    public static List<TokenFlow> Of(IReadOnlyList<SeenUse> before, IReadOnlyList<SeenUse> seen, IReadOnlyList<SeenUse> after)
    {
        var was = ByToken(before);
        var now = ByToken(after);
        return [.. before.Concat(seen).Concat(after).GroupBy(u => u.Token, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g, was[g.Key], now[g.Key]))];
    }

    private static TokenFlow Of(IGrouping<string, SeenUse> all, IEnumerable<SeenUse> was, IEnumerable<SeenUse> now)
    {
        var before = was.Select(u => u.Identity).ToHashSet(StringComparer.Ordinal);
        var after = now.Select(u => u.Identity).ToHashSet(StringComparer.Ordinal);
        var ever = all.Select(u => u.Identity).ToHashSet(StringComparer.Ordinal);
        return new TokenFlow(
            all.Key,
            all.Last().Kind,
            before.Count,
            after.Count,
            ever.Count(u => !before.Contains(u)),
            ever.Count(u => !after.Contains(u)),
            [.. now.Select(u => u.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static ILookup<string, SeenUse> ByToken(IReadOnlyList<SeenUse> uses) => uses.ToLookup(u => u.Token, StringComparer.Ordinal);
}
