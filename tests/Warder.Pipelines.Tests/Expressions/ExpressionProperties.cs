using CsCheck;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;

namespace Warder.Pipelines.Tests.Expressions;

public sealed class ExpressionProperties
{
    private static readonly string[] Pieces =
    [
        "a", "secrets", ".", "[", "]", "(", ")", "'", "''", "*", "!", "||", "&&", "==", "!=", "<", ">=", ",", " ", "\n", "1", "-", "0x", "e",
        "true", "null", "NaN", "${{", "}}", "}", "é", "\"", "=", "|", "f(", "\0",
    ];

    private static readonly Gen<string> Soup =
        Gen.OneOf(Gen.OneOf(Pieces), Gen.Char.Select(c => c.ToString())).Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> Written = Gen.Recursive<string>((depth, inner) =>
        depth > 4
            ? Leaf
            : Gen.OneOf(
                Leaf,
                Gen.Select(inner, Gen.OneOf("||", "&&", "==", "!=", "<", "<=", ">", ">="), inner, (l, o, r) => $"({l} {o} {r})"),
                inner.Select(x => $"!{x}"),
                inner.Select(x => $"({x}).name"),
                Gen.Select(inner, inner, (t, i) => $"({t})[{i}]"),
                inner.Select(x => $"({x}).*"),
                inner.Array[0, 3].Select(a => $"fn({string.Join(", ", a)})")));

    private static Gen<string> Leaf =>
        Gen.OneOf(Gen.OneOf("github", "secrets.X", "true", "null", "1.5", "-2"), Gen.String.Select(s => $"'{s.Replace("'", "''")}'"));

    [Fact]
    public void Any_text_gives_a_tree_or_a_problem_within_it() =>
        Soup.Sample(
            text =>
            {
                var result = ExpressionParser.Parse(text, new TextSpan(0, text.Length));
                (result.Root is null).ShouldBe(result.Problem is not null);
                var span = result.Root?.Span ?? result.ProblemSpan;
                new TextSpan(0, text.Length).Contains(span).ShouldBeTrue();
            },
            iter: 20_000);

    [Fact]
    public void Embedded_ranges_are_in_order_and_cover_every_opening() =>
        Soup.Sample(
            text =>
            {
                var last = 0;
                foreach (var found in EmbeddedExpression.FindAll(text))
                {
                    text.AsSpan(last, found.Outer.Start - last).IndexOf("${{", StringComparison.Ordinal).ShouldBe(-1);
                    found.Outer.Contains(found.Inner).ShouldBeTrue();
                    last = found.Outer.End;
                }

                text.AsSpan(last).IndexOf("${{", StringComparison.Ordinal).ShouldBe(-1);
            },
            iter: 20_000);

    [Fact]
    public void Each_part_reads_alike_on_its_own() =>
        Written.Sample(
            text =>
            {
                var root = ExpressionParser.Parse(text, new TextSpan(0, text.Length)).Root.ShouldNotBeNull(text);
                new PartsReadAlike(text).Visit(root);
            },
            iter: 5_000);

    private sealed class PartsReadAlike(string text) : ExpressionWalker
    {
        public override void Visit(ExpressionNode node)
        {
            if (node is not ExpressionNode.Literal)
            {
                var again = ExpressionParser.Parse(text, node.Span);
                ExpressionText.Write(again.Root.ShouldNotBeNull(again.Problem)).ShouldBe(ExpressionText.Write(node));
            }

            base.Visit(node);
        }
    }
}
