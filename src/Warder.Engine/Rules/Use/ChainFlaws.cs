using System.Globalization;
using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds what is wrong with chains of tokens.</summary>
internal static class ChainFlaws
{
    private const int WarningDays = 30;
    private const string NeverHappens = "A fallback that can never happen protects from nothing";

    /// <summary>What a chain's finding makes of the end of a token on a day: <c>p</c> for past, <c>s</c> for soon, <c>l</c> for later.</summary>
    public static char StateOf(DateOnly end, DateOnly today) => end < today ? 'p' : end < today.AddDays(WarningDays) ? 's' : 'l';

    /// <summary>The worst flaw of a chain; null where it has none.</summary>
    public static ChainFlaw? FindWorst(Repository repository, TokenChain place, PermissionSet? grants) =>
        FindExpired(repository, place.Chain) ?? FindGrowth(repository, place.Chain, grants) ?? FindDead(place);

    private static ChainFlaw? FindExpired(Repository repository, FallbackChain chain)
    {
        for (var i = 0; i + 1 < chain.Links.Count; i++)
        {
            if (chain.Links[i].Token is not { } token
                || repository.Registry?.Find(token)?.Expires is not { } end
                || StateOf(end, repository.Today) == 'l')
            {
                continue;
            }

            var day = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var next = NameOf(chain.Links[i + 1]);
            return StateOf(end, repository.Today) == 'p'
                ? new ChainFlaw($"{token.Name} expired on {day} and is not empty, so it wins over {next}",
                    "A chain falls back where a token is empty, not where it is refused",
                    $"Replace the value of {token.Name}, or remove it from the chain")
                : new ChainFlaw($"{token.Name} expires on {day}; the chain will not fall back to {next}, because it will not be empty",
                    "A chain falls back where a token is empty, not where it is refused",
                    $"Replace the value of {token.Name} before that day");
        }

        return null;
    }

    private static ChainFlaw? FindGrowth(Repository repository, FallbackChain chain, PermissionSet? grants)
    {
        for (var i = 0; i < chain.Links.Count; i++)
        {
            for (var j = i + 1; j < chain.Links.Count; j++)
            {
                if (!chain.Links[i].IsConditional
                    && ChainRights.Of(repository, chain.Links[i], grants) is { } before
                    && ChainRights.Of(repository, chain.Links[j], grants) is { } after
                    && ChainRights.FindGain(before, after) is { } gain)
                {
                    return new ChainFlaw($"Falling back from {NameOf(chain.Links[i])} to {NameOf(chain.Links[j])} gains {gain}",
                        "Whoever can empty the first token gets the rights of the second",
                        "Let the step fail instead, or put a token behind it that may do no more");
                }
            }
        }

        return null;
    }

    private static ChainFlaw? FindDead(TokenChain place)
    {
        var links = place.Chain.Links;
        for (var i = 0; i + 1 < links.Count; i++)
        {
            var (link, next) = (links[i], links[i + 1]);
            var name = link.Token == next.Token ? link.Text : NameOf(link);
            var after = link.Token == next.Token ? next.Text : NameOf(next);
            if (ChainRights.IsNeverEmpty(link, place.IsExpression))
            {
                return new ChainFlaw($"{name} is never empty, so {after} is never used", NeverHappens, $"Put {after} first, or remove it");
            }

            if (link is { Token: { } token, IsConditional: false } && links.Skip(i + 1).Any(l => IsSame(place, link, token, l)))
            {
                return new ChainFlaw($"{NameOf(link)} stands twice in this chain", NeverHappens, "Remove the second");
            }
        }

        return null;
    }

    // Two variables of a script may hold the same token in one workflow and not in another.
    private static bool IsSame(TokenChain place, ChainLink link, TokenReference token, ChainLink other) =>
        other.Token == token && (place.IsExpression || string.Equals(link.Text, other.Text, StringComparison.Ordinal));

    private static string NameOf(ChainLink link) => link.Token?.Name ?? link.Text;
}
