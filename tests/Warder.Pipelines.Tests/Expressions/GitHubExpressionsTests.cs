using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.Tests.Expressions;

public sealed class GitHubExpressionsTests
{
    [Fact]
    public void Parses_a_scalar_once()
    {
        var expressions = new GitHubExpressions();
        var scalar = Scalar("a ${{ github.ref }} b ${{ = }}");
        var found = expressions.In(scalar);
        found.Count.ShouldBe(2);
        found[0].Result.Root.ShouldNotBeNull();
        found[1].Result.Problem.ShouldBe("'=' is not an operator; did you mean '=='?");
        expressions.In(scalar).ShouldBeSameAs(found);
        expressions.InCondition(scalar).ShouldBeSameAs(found);
    }

    [Fact]
    public void A_condition_needs_no_braces()
    {
        var expressions = new GitHubExpressions();
        var scalar = Scalar("github.ref == 'a'");
        expressions.In(scalar).ShouldBeEmpty();
        var found = expressions.InCondition(scalar);
        found.ShouldHaveSingleItem().Result.Root.ShouldBeOfType<ExpressionNode.Binary>();
        expressions.InCondition(scalar).ShouldBeSameAs(found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("''")]
    public void An_empty_condition_holds_nothing(string value) => new GitHubExpressions().InCondition(Scalar(value)).ShouldBeEmpty();

    [Fact]
    public void An_unclosed_one_points_at_its_opening()
    {
        var result = new GitHubExpressions().In(Scalar("a ${{ b")).ShouldHaveSingleItem().Result;
        result.Root.ShouldBeNull();
        result.ProblemSpan.ShouldBe(new TextSpan(2, 3));
    }

    private static YamlScalar Scalar(string value) =>
        YamlParser.Parse(new SourceText("a.yml", "key: " + value)).Root!.AsMapping()!.Get("key")!.AsScalar()!;
}
