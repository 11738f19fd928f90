using System.Globalization;
using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Finds what is wrong with chains of tokens.</summary>
internal static class ChainFlaws
{
    private const int WarningDays = 30;

    /// <summary>The worst flaw of a chain; null where it has none.</summary>
    public static ChainFlaw? FindWorst(Repository repository, FallbackChain chain, PermissionSet? grants) =>
        FindExpired(repository, chain) ?? FindGrowth(repository, chain, grants) ?? FindDead(chain);

    private static ChainFlaw? FindExpired(Repository repository, FallbackChain chain)
    {
        for (var i = 0; i + 1 < chain.Links.Count; i++)
        {
            if (chain.Links[i].Token is not { } token
                || repository.Registry?.Find(token)?.Expires is not { } end
                || end >= repository.Today.AddDays(WarningDays))
            {
                continue;
            }

            var day = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var next = NameOf(chain.Links[i + 1]);
            return end < repository.Today
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

    private static ChainFlaw? FindDead(FallbackChain chain)
    {
        for (var i = 0; i + 1 < chain.Links.Count; i++)
        {
            var link = chain.Links[i];
            var next = NameOf(chain.Links[i + 1]);
            var always = ChainRights.IsNeverEmpty(link);
            if (always || (link.Token is { } token && !link.IsConditional && chain.Links.Skip(i + 1).Any(l => IsSame(link, token, l))))
            {
                return new ChainFlaw(always ? $"{NameOf(link)} is never empty, so {next} is never used" : $"{NameOf(link)} stands twice in this chain",
                    "A fallback that can never happen protects from nothing",
                    always ? $"Put {next} first, or remove it" : "Remove the second");
            }
        }

        return null;
    }

    // Two variables of a script may hold the same token in one workflow and not in another.
    private static bool IsSame(ChainLink link, TokenReference token, ChainLink other) =>
        other.Token == token && (!link.Text.StartsWith('$') || string.Equals(link.Text, other.Text, StringComparison.Ordinal));

    private static string NameOf(ChainLink link) => link.Token?.Name ?? link.Text;
}
