using CsCheck;
using Warder.Syntax.Shell;

namespace Warder.Syntax.Tests.Shell;

public sealed class ShellPropertyTests
{
    private static readonly string[] Pieces =
    [
        " ", "\n", "\t", "\r\n", ";", "&", "|", "(", ")", "<", ">", "'", "\"", "\\", "$", "`", "{", "}", "[", "]", "!", "#", "=",
        "$(", "${", "${{", "}}", "$((", "))", "((", "[[", "]]", "<<E\n", "\nE\n", "<<-'E'", "<(", ";;", "&&", "||", "A", "B=", ":-", "x y",
        "if ", "then ", "fi", "case x in ", "esac", "for i in ", "do ", "done", "function f ", "f() {", "export A=", "read ", "\\`", "$'", "${A:-",
        "@(", "=(", "\\\n", "2>", "&>", "time ", "printenv A", "é", "\0",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]);

    private static readonly Gen<string> Scripts = Gen.OneOf(
        Piece.Array[0, 60].Select(string.Concat),
        Gen.String[0, 80]);

    [Fact]
    public void Any_text_is_read_and_spans_lie_inside_it() => Scripts.Sample(text => Check(text, new TextSpan(0, text.Length)), iter: 20_000);

    [Fact]
    public void Any_range_is_read_and_spans_lie_inside_it() =>
        Gen.Select(Scripts, Gen.Int[0, 80], Gen.Int[0, 80]).Sample(
            (text, from, length) =>
            {
                var start = Math.Min(from, text.Length);
                Check(text, new TextSpan(start, Math.Min(length, text.Length - start)));
            },
            iter: 10_000);

    [Fact]
    public void Work_grows_with_the_length_only() =>
        Piece.Array[1, 6].Select(string.Concat).Sample(
            unit =>
            {
                var text = string.Concat(Enumerable.Repeat(unit, 20_000 / unit.Length));
                ShellParser.Parse(text).Steps.ShouldBeLessThan((20L * text.Length) + 10_000, unit);
            },
            iter: 300);

    private static void Check(string text, TextSpan range)
    {
        var script = ShellParser.Parse(text, range);
        foreach (var command in script.Commands)
        {
            range.Contains(command.Span).ShouldBeTrue();
            foreach (var word in command.Words)
            {
                Check(word, range);
            }

            foreach (var assignment in command.Assignments)
            {
                range.Contains(assignment.Span).ShouldBeTrue();
                text.Substring(assignment.NameSpan.Start, assignment.NameSpan.Length).ShouldBe(assignment.Name);
                Check(assignment.Value, range);
            }

            foreach (var redirection in command.Redirections)
            {
                range.Contains(redirection.Span).ShouldBeTrue();
                Check(redirection.Target, range);
                if (redirection.HereDocument is { } document)
                {
                    range.Contains(document.BodySpan).ShouldBeTrue();
                }
            }
        }

        var last = -1;
        foreach (var use in script.VariableUses)
        {
            text.Substring(use.NameSpan.Start, use.NameSpan.Length).ShouldBe(use.Name);
            range.Contains(use.Span).ShouldBeTrue();
            use.Span.Contains(use.NameSpan).ShouldBeTrue();
            use.NameSpan.Start.ShouldBeGreaterThan(last);
            last = use.NameSpan.Start;
        }

        foreach (var problem in script.Problems)
        {
            range.Contains(problem.Span).ShouldBeTrue();
        }
    }

    private static void Check(ShellWord? word, TextSpan range)
    {
        if (word is null)
        {
            return;
        }

        range.Contains(word.Span).ShouldBeTrue();
        _ = word.Literal;
        var end = word.Span.Start;
        foreach (var expansion in word.Expansions)
        {
            word.Span.Contains(expansion.Span).ShouldBeTrue();
            expansion.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            end = expansion.Span.End;
            Check(expansion.Argument, expansion.Span);
            Check(expansion.Index, expansion.Span);
        }
    }
}
