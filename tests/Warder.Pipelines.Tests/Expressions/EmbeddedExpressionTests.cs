using Warder.Pipelines.GitHub.Expressions;

namespace Warder.Pipelines.Tests.Expressions;

public sealed class EmbeddedExpressionTests
{
    [Theory]
    [InlineData("plain", "")]
    [InlineData("$ {{ a }}", "")]
    [InlineData("${{ a }}", " a ")]
    [InlineData("x ${{a}}-${{ b }} y", "a| b ")]
    [InlineData("${{ '}}' }}", " '}}' ")]
    [InlineData("${{ 'it''s }}' }}", " 'it''s }}' ")]
    [InlineData("${{ '${{' }}${{ c }}", " '${{' | c ")]
    [InlineData("${{}}", "")]
    [InlineData("${{ a } }}", " a } ")]
    [InlineData("${{ a }}}", " a ")]
    [InlineData("${{ a\n|| b }}", " a\n|| b ")]
    public void Finds_what_stands_between_the_braces(string text, string expected) =>
        string.Join('|', EmbeddedExpression.FindAll(text).Select(e => text.Substring(e.Inner.Start, e.Inner.Length))).ShouldBe(expected);

    [Theory]
    [InlineData("a ${{ b", 2)]
    [InlineData("a ${{ b }", 2)]
    [InlineData("${{ 'b }}", 0)]
    [InlineData("${{ '}}", 0)]
    [InlineData("${{", 0)]
    public void An_unclosed_one_reaches_to_the_end(string text, int start)
    {
        var found = EmbeddedExpression.FindAll(text).ShouldHaveSingleItem();
        found.IsClosed.ShouldBeFalse();
        found.Outer.Start.ShouldBe(start);
        found.Outer.End.ShouldBe(text.Length);
    }

    [Fact]
    public void The_outer_range_holds_the_braces()
    {
        const string text = "a ${{ b }} c";
        var found = EmbeddedExpression.FindAll(text).ShouldHaveSingleItem();
        text.Substring(found.Outer.Start, found.Outer.Length).ShouldBe("${{ b }}");
        found.IsClosed.ShouldBeTrue();
    }
}
