using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Expressions;

public sealed class ExpressionParserTests
{
    [Theory]
    [InlineData("secrets.TOKEN", "(. secrets 'TOKEN')")]
    [InlineData("secrets['TOKEN']", "(. secrets 'TOKEN')")]
    [InlineData("secrets[format('A_{0}', matrix.env)]", "(. secrets (call format 'A_{0}' (. matrix 'env')))")]
    [InlineData("needs.*.result", "(. (. needs *) 'result')")]
    [InlineData("github.event.commits[*].id", "(. (. (. (. github 'event') 'commits') *) 'id')")]
    [InlineData("fromJSON(a).b[0]", "(. (. (call fromjson a) 'b') 0)")]
    [InlineData("(a || b).c", "(. (|| a b) 'c')")]
    [InlineData("a || b && c == d < !e", "(|| a (&& b (== c (< d (! e)))))")]
    [InlineData("a < b == c > d", "(== (< a b) (> c d))")]
    [InlineData("a || b || c", "(|| a b c)")]
    [InlineData("(a || b) || c", "(|| (|| a b) c)")]
    [InlineData("a && b && (c && d) && e", "(&& a b (&& c d) e)")]
    [InlineData("a || (b || c)", "(|| a (|| b c))")]
    [InlineData("!a.b", "(! (. a 'b'))")]
    [InlineData("!!a", "(! (! a))")]
    [InlineData("a.true.Infinity", "(. (. a 'true') 'Infinity')")]
    [InlineData("'it''s' != ''''", "(!= 'it''s' '''')")]
    [InlineData("true && false || null", "(|| (&& true false) null)")]
    [InlineData("True", "true")]
    [InlineData("  always ( )\n", "(call always)")]
    [InlineData("contains(\n  a ,\n  'b'\n)", "(call contains a 'b')")]
    [InlineData("github . event\t. action", "(. (. github 'event') 'action')")]
    public void Reads_a_tree(string text, string tree) => Tree(text).ShouldBe(tree);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-1", -1)]
    [InlineData("+2", 2)]
    [InlineData("1.5", 1.5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("25E-1", 2.5)]
    [InlineData("0xFf", 255)]
    [InlineData("0xFFFFFFFF", -1)]
    [InlineData("0o17", 15)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("NaN", double.NaN)]
    public void Reads_a_number(string text, double value) =>
        Parse(text).Root.ShouldBeOfType<ExpressionNode.Literal>().Value.ShouldBe(value);

    [Theory]
    [InlineData("1e21", "1e+21")]
    [InlineData("123456789012345678901234567890", "1.2345678901234568e+29")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1.5e-7", "1.5e-7")]
    [InlineData("-12.50", "-12.5")]
    [InlineData("0.1", "0.1")]
    [InlineData("-0", "0")]
    [InlineData("5e-324", "5e-324")]
    public void Writes_a_number_as_GitHub_does(string text, string written) => Tree(text).ShouldBe(written);

    [Theory]
    [InlineData("0b1")]
    [InlineData("0XFF")]
    [InlineData("0x")]
    [InlineData("0o8")]
    [InlineData("0x1FFFFFFFF")]
    [InlineData("+Infinity")]
    [InlineData("-NaN")]
    [InlineData("1.2.3")]
    [InlineData("1_0")]
    [InlineData("1\0")]
    [InlineData("0x1\0")]
    [InlineData("-")]
    [InlineData(".")]
    public void Refuses_what_is_no_number(string text) => Parse(text).Root.ShouldBeNull();

    [Theory]
    [InlineData("a = b", "'=' is not an operator; did you mean '=='?", 2, 1)]
    [InlineData("a & b", "'&' is not an operator; did you mean '&&'?", 2, 1)]
    [InlineData("a | b", "'|' is not an operator; did you mean '||'?", 2, 1)]
    [InlineData("a == \"b\"", "strings are written in single quotes", 5, 1)]
    [InlineData("a == 'b", "the string is not closed", 5, 2)]
    [InlineData("a b", "unexpected 'b'", 2, 1)]
    [InlineData("a ==", "the expression ends too early", 0, 4)]
    [InlineData("f(a", "the expression ends too early", 0, 3)]
    [InlineData("f(a,)", "unexpected ')'", 4, 1)]
    [InlineData("a[]", "unexpected ']'", 2, 1)]
    [InlineData("a.", "the expression ends too early", 0, 2)]
    [InlineData("'a'.b", "unexpected '.b'", 3, 2)]
    [InlineData("a.b()", "unexpected '('", 3, 1)]
    [InlineData("*", "unexpected '*'", 0, 1)]
    [InlineData("a, b", "unexpected ','", 1, 1)]
    [InlineData("a-é", "unexpected 'a-é'", 0, 3)]
    [InlineData(" \n ", "an expression was expected", 0, 3)]
    public void Says_what_is_wrong_and_where(string text, string problem, int start, int length)
    {
        var result = Parse(text);
        result.Root.ShouldBeNull();
        result.Problem.ShouldBe(problem);
        result.ProblemSpan.ShouldBe(new TextSpan(start, length));
    }

    [Fact]
    public void Spans_are_offsets_in_the_whole_text()
    {
        const string text = "x: ${{ (secrets.A || secrets['B']) == 'c' }}";
        var root = ExpressionParser.Parse(text, new TextSpan(6, 36)).Root.ShouldBeOfType<ExpressionNode.Binary>();
        Slice(text, root).ShouldBe("(secrets.A || secrets['B']) == 'c'");
        var or = root.Left.ShouldBeOfType<ExpressionNode.Binary>();
        Slice(text, or).ShouldBe("secrets.A || secrets['B']");
        Slice(text, or.Right).ShouldBe("secrets['B']");
        Slice(text, ((ExpressionNode.Access)or.Left).Index!).ShouldBe("A");
        Slice(text, ((ExpressionNode.Access)or.Right).Index!).ShouldBe("'B'");
    }

    [Fact]
    public void An_access_to_a_group_starts_at_the_parenthesis()
    {
        const string text = "( a ).b";
        Slice(text, Parse(text).Root!).ShouldBe(text);
    }

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    public void Counts_levels_as_the_platform_does(int negations, bool accepted) =>
        (Parse(new string('!', negations) + "a").Root is not null).ShouldBe(accepted);

    [Fact]
    public void A_chain_of_one_operator_is_one_level() =>
        Parse("a" + string.Concat(Enumerable.Repeat(" || b", 500))).Root.ShouldNotBeNull();

    [Theory]
    [InlineData('(')]
    [InlineData('!')]
    [InlineData('[')]
    public void Hostile_nesting_ends_in_a_problem(char opener) =>
        Parse("a" + (opener == '[' ? string.Concat(Enumerable.Repeat("[a", 10_000)) : " == " + new string(opener, 20_000)))
            .Problem.ShouldBe("the expression is nested deeper than 50 levels");

    [Fact]
    public void Refuses_what_is_longer_than_the_platform_reads()
    {
        Parse("'" + new string('x', ExpressionParser.MaxLength - 2) + "'").Root.ShouldNotBeNull();
        Parse("'" + new string('x', ExpressionParser.MaxLength - 1) + "'").Problem.ShouldBe("the expression is longer than 21000 characters");
    }

    private static string Slice(string text, ExpressionNode node) => text.Substring(node.Span.Start, node.Span.Length);

    private static string Tree(string text) => ExpressionText.Write(Parse(text).Root.ShouldNotBeNull(Parse(text).Problem));

    private static ExpressionResult Parse(string text) => ExpressionParser.Parse(text, new TextSpan(0, text.Length));
}
