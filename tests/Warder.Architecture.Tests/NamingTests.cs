using ArchUnitNET.Fluent;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Warder.Architecture.Tests;

/// <summary>Names and shapes that every type keeps to.</summary>
public sealed class NamingTests
{
    [Theory]
    [InlineData("Utils")]
    [InlineData("Util")]
    [InlineData("Helper")]
    [InlineData("Helpers")]
    [InlineData("Manager")]
    public void No_type_is_named_after_nothing(string ending) => Hold(Types().That().HaveNameEndingWith(ending).Should().NotExist());

    [Fact]
    public void Every_rule_is_sealed_and_lies_under_its_category()
    {
        var rules = Classes().That().AreAssignableTo(typeof(Engine.Rules.Rule)).And().AreNotAbstract();

        Hold(rules.Should().BeSealed());
        Hold(rules.Should().ResideInNamespaceMatching(@"^Warder\.Engine\.Rules\.(Registry|Use|Permissions|Exposure|Hygiene)$"));
    }

    [Fact]
    public void Syntax_is_free_of_tokens()
    {
        Hold(Types().That().ResideInNamespaceMatching(@"^Warder\.Syntax").Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Warder\.(Pipelines|Engine)")));
    }

    [Fact]
    public void Rules_do_not_know_who_runs_them()
    {
        Hold(Types().That().ResideInNamespaceMatching(@"^Warder\.Engine\.Rules").Should()
            .NotDependOnAny(typeof(Engine.Auditing.Auditor)));
    }

    private static void Hold(IArchRule rule)
    {
        var broken = rule.Evaluate(House.Architecture).Where(r => !r.Passed).Select(r => r.Description);
        broken.ShouldBeEmpty();
    }
}
