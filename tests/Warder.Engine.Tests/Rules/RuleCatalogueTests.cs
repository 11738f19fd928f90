using Warder.Engine.Rules;

namespace Warder.Engine.Tests.Rules;

/// <summary>The catalogue is every rule of the assembly, each named once and well.</summary>
public sealed class RuleCatalogueTests
{
    [Fact]
    public void It_lists_every_rule_of_the_assembly()
    {
        var written = typeof(Rule).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Rule)) && !t.IsAbstract);

        RuleCatalogue.All.Select(r => r.GetType()).ShouldBe(written, ignoreOrder: true);
    }

    [Fact]
    public void It_is_sorted_and_names_each_rule_once()
    {
        var slugs = RuleCatalogue.All.Select(r => r.Descriptor.Slug).ToList();

        slugs.ShouldBe(slugs.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Slugs_are_kebab_case_and_titles_are_phrases()
    {
        foreach (var rule in RuleCatalogue.All.Select(r => r.Descriptor))
        {
            rule.Slug.ShouldMatch("^[a-z]+(-[a-z]+)*$");
            rule.Title.ShouldNotEndWith(".");
            rule.Compliance.ShouldNotBeEmpty(rule.Slug);
        }
    }

    [Fact]
    public void A_rule_is_found_by_its_name_in_another_tool() =>
        RuleCatalogue.FindByAlias("overprovisioned-secrets")?.Descriptor.Slug.ShouldBe("all-secrets");
}
