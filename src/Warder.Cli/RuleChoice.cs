using Warder.Engine;
using Warder.Engine.Rules;

namespace Warder.Cli;

/// <summary>The rules that the user chose.</summary>
/// <param name="Slugs">Their slugs; null for all.</param>
internal sealed record RuleChoice(IReadOnlySet<string>? Slugs)
{
    /// <summary>Checks the slugs; null, with the reason on standard error, where one does not exist.</summary>
    public static RuleChoice? Of(string[]? slugs)
    {
        if (slugs is null or [])
        {
            return new RuleChoice(Slugs: null);
        }

        foreach (var slug in slugs)
        {
            if (RuleCatalogue.Find(slug) is null)
            {
                Console.Error.WriteLine($"warder: there is no rule {slug}{Suggestion(slug)}. 'warder rules' lists them.");
                return null;
            }
        }

        return new RuleChoice(slugs.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary><c>; did you mean x?</c>, or nothing.</summary>
    public static string Suggestion(string slug) =>
        Spelling.Nearest(slug, RuleCatalogue.All.Select(r => r.Descriptor.Slug)) is { } near ? $"; did you mean {near}?" : "";
}
