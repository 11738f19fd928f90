using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Groups uses by their token: a script that reads one token ten times, or a document that names it ten times, does one thing.</summary>
internal static class TokenGroups
{
    /// <summary>The first use of each token in the order of the text, with the places of the others.</summary>
    public static IEnumerable<(TokenUse First, IReadOnlyList<RelatedPlace> Others)> Of(IEnumerable<TokenUse> uses, string others = "Read here too")
    {
        foreach (var group in uses.GroupBy(u => u.Token))
        {
            yield return (group.First(), PlacesOf(group.Skip(1), others));
        }
    }

    /// <summary>The places of uses.</summary>
    public static IReadOnlyList<RelatedPlace> PlacesOf(IEnumerable<TokenUse> uses, string message) =>
        [.. uses.Select(u => new RelatedPlace(new Location(u.Path, u.Span, u.Start, u.End), message))];
}
