using Warder.Engine.Facts;

namespace Warder.Engine.Tests.Permissions;

/// <summary>The conditions of facts, with three answers.</summary>
public sealed class ConditionTests
{
    private const string Hole = "\u0001";

    [Theory]
    [InlineData("always", "", true)]
    [InlineData("push", "true", true)]
    [InlineData("push", "", false)]
    [InlineData("!push", "", true)]
    [InlineData("push", Hole, null)]
    [InlineData("push=true", "True", true)]
    [InlineData("push=true", "false", false)]
    [InlineData("push=true", Hole, null)]
    [InlineData("push=a|b", "b", true)]
    [InlineData("push!=a|b", "b", false)]
    [InlineData("push!=a|b", "", true)]
    [InlineData("push^=ghcr.io/", "ghcr.io/x", true)]
    [InlineData("push^=ghcr.io/", "x/y\n  ghcr.io/x", true)]
    [InlineData("push^=ghcr.io/", "ghcr.io/" + Hole, true)]
    [InlineData("push^=ghcr.io/", "docker.io/" + Hole, false)]
    [InlineData("push^=ghcr.io/", Hole + "/x", null)]
    [InlineData("push^=ghcr.io/", "x/" + Hole + "\ny", false)]
    [InlineData("push^=ghcr.io/", "x/" + Hole + "\nghcr" + Hole, null)]
    [InlineData("push*=ghcr.io", "type=image,name=ghcr.io/a", true)]
    [InlineData("push!*=ghcr.io", "ghcr.io/a", false)]
    [InlineData("?a private repository", "", null)]
    [InlineData("push=true & ?a private repository", "true", null)]
    [InlineData("push=true & ?a private repository", "false", false)]
    public void It_holds_does_not_or_is_not_known(string condition, string value, bool? holds) =>
        FactCondition.Parse(condition).Holds(_ => value).ShouldBe(holds);

    [Fact]
    public void A_value_of_which_nothing_is_known_decides_nothing() => FactCondition.Parse("a=b").Holds(_ => null).ShouldBeNull();
}
