using Warder.Syntax.Shell;

namespace Warder.Syntax.Tests.Shell;

public sealed class ShellProblemTests
{
    [Theory]
    [InlineData("echo 'a", "UnclosedQuote@5")]
    [InlineData("echo \"a", "UnclosedQuote@5")]
    [InlineData("echo $'a", "UnclosedQuote@5")]
    [InlineData("echo $(a", "UnclosedExpansion@5")]
    [InlineData("echo ${A", "UnclosedExpansion@5")]
    [InlineData("echo `a", "UnclosedExpansion@5")]
    [InlineData("diff <(a", "UnclosedExpansion@5")]
    [InlineData("A=(b c", "UnclosedExpansion@2")]
    [InlineData("if a; then b", "UnclosedCompound@0")]
    [InlineData("{ (a; }", "UnclosedCompound@2")]
    [InlineData("[[ a", "UnclosedCompound@0")]
    [InlineData("case x in a) b", "UnclosedCompound@0")]
    [InlineData("cat <<E\na", "UnclosedHereDocument@4")]
    [InlineData("a; fi", "StrayCloser@3")]
    [InlineData("a )", "StrayCloser@2")]
    [InlineData("if a; then b; fi; f() { c; }; (d); case x in (y) ;; esac", "")]
    public void Problems(string script, string expected) => ShellOutline.Problems(script).ShouldBe(expected);

    [Fact]
    public void Nesting_beyond_the_limit_is_told_and_survived()
    {
        foreach (var opener in new[] { "$(", "\"$(", "${a:-", "<(", "((", "(", "{ ", "$((", "`", "if ", "case x in y) ", "cat <<E\n$(", "a=(", "[[ " })
        {
            var script = ShellParser.Parse(string.Concat(Enumerable.Repeat(opener, 50_001)));
            script.Problems.Count.ShouldBeGreaterThan(0, opener);
        }

        ShellParser.Parse(string.Concat(Enumerable.Repeat("$(", 100))).Problems.ShouldContain(item => item.Kind == ShellProblemKind.TooDeep);
    }
}
