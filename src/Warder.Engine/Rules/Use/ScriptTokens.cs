using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Groups what a script reads: a script that reads one token ten times does one thing.</summary>
internal static class ScriptTokens
{
    /// <summary>The first read of each token in the order of the text, with the places of the others.</summary>
    public static IEnumerable<(TokenUse First, IReadOnlyList<RelatedPlace> Others)> Of(IReadOnlyList<TokenUse> uses)
    {
        foreach (var group in uses.GroupBy(u => u.Token))
        {
            yield return (group.First(), PlacesOf(group.Skip(1), "Read here too"));
        }
    }

    /// <summary>The places of uses.</summary>
    public static IReadOnlyList<RelatedPlace> PlacesOf(IEnumerable<TokenUse> uses, string message) =>
        [.. uses.Select(u => new RelatedPlace(new Location(u.Path, u.Span, u.Start, u.End), message))];
}
