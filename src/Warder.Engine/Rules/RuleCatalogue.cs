namespace Warder.Engine.Rules;

/// <summary>Every rule, sorted by slug; a test holds the list against the assembly.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<Rule> All { get; } = Sorted([.. RegistryRules(), .. UseRules(), .. HygieneRules()]);

    private static IEnumerable<Rule> RegistryRules() => [];

    private static IEnumerable<Rule> UseRules() => [];

    private static IEnumerable<Rule> HygieneRules() => [];

    private static List<Rule> Sorted(List<Rule> rules)
    {
        rules.Sort((a, b) => string.CompareOrdinal(a.Descriptor.Slug, b.Descriptor.Slug));
        return rules;
    }
}
