using CsCheck;
using Warder.Syntax.Markdown;

namespace Warder.Syntax.Tests.Markdown;

public sealed class MarkdownTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "\r\n", " ", "    ", "\t", "a", "word ", "# ", "## ", "```", "````", "~~~", "`", "``", "- ", "* ", "1. ", "> ", ">", "|", "---\n", "===\n",
        "<!--", "-->", "\\`", "\\", "***", "é", "sh\n",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 60].Select(string.Concat),
        Gen.String[0, 60]);

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb\n\nc", "P[a/b] P[c]")]
    [InlineData("# A\ntext\n## B ##\n#c\n# ", "H1[A] P[text] H2[B] P[#c] H1[]")]
    [InlineData("A\n===\nB\nb\n---\nc", "H1[A] H2[B/b] P[c]")]
    [InlineData("```sh\necho\n\n b\n```\nx", "F(sh)[echo/ b] P[x]")]
    [InlineData("````\n```\n````", "F()[```]")]
    [InlineData("~~~ yaml x\n```\n~~~~", "F(yaml x)[```]")]
    [InlineData("```\na", "F()[a]")]
    [InlineData("``` a`b\nx", "P[``` a`b/x]")]
    [InlineData("text\n```\na\n```", "P[text] F()[a]")]
    [InlineData("  ```\n    a\n  b\n c\n  ```", "F()[  a/b/c]")]
    [InlineData("```\na\n    ```\n```", "F()[a/    ```]")]
    [InlineData("```\na\n``` b\n```", "F()[a/``` b]")]
    [InlineData("- a\n\n  ```sh\n  x\n  ```\n- b", "L[a] F(sh)[x] L[b]")]
    [InlineData("> a\n2. b", "P[a] L[b]")]
    [InlineData("      code", "I[  code]")]
    [InlineData("- ```\n  x\n y\n", "F()[x] P[y]")]
    [InlineData("1. a\n   b\n2) c", "L[a/b] L[c]")]
    [InlineData("- a\n  - b\n    c\n", "L[a] L[b/c]")]
    [InlineData("> a\n> ```\n> x\n> ```\nb", "P[a] F()[x] P[b]")]
    [InlineData("> ```\n> x\ny", "F()[x] P[y]")]
    [InlineData("> a\nb", "P[a/b]")]
    [InlineData("    code\n\n    more\n\ntext", "I[code/more] P[text]")]
    [InlineData("a\n    b", "P[a/b]")]
    [InlineData("\tcode", "I[code]")]
    [InlineData("- \n      code", "I[code]")]
    [InlineData("a `b` c ``d ` e``", "P[a /`b`/ c /`d ` e`]")]
    [InlineData("a \\`b` c`", "P[a \\`b/` c`]")]
    [InlineData("a `b\nc` d `e", "P[a /`b`/`c`/ d `e]")]
    [InlineData("a <!-- b --> c", "P[a /!<!-- b -->!/ c]")]
    [InlineData("<!-- a\n\n# b\n-->\nc", "C[!<!-- a!/!# b!/!-->!] P[c]")]
    [InlineData("`<!--` a -->", "P[`<!--`/ a -->]")]
    [InlineData("| a | `b` |\n|---|---|\n| c | d |\n\ne", "T[| a | /`b`/ |] T[|---|---|] T[| c | d |] P[e]")]
    [InlineData("a\n***\nb\n- - -\nc", "P[a] P[b] P[c]")]
    [InlineData("a\n2. b\n- c", "P[a/2. b] L[c]")]
    [InlineData("---\na: 1\n---\n# B", "H1[B]")]
    [InlineData("---\nno end", "P[no end]")]
    [InlineData("a\r\n\r\n```\r\nb\r\n```\r\n", "P[a] F()[b]")]
    public void Blocks(string text, string expected) => Outline(text).ShouldBe(expected);

    [Fact]
    public void Front_matter_keeps_its_place()
    {
        const string Text = "---\r\nname: x\r\ntools: [a]\r\n---\r\nbody";
        var frontMatter = MarkdownParser.Parse(new SourceText("a.md", Text)).FrontMatter!;
        frontMatter.Source.Text.ShouldBe("name: x\r\ntools: [a]\r\n");
        frontMatter.Source.Path.ShouldBe("a.md");
        var place = frontMatter.ToDocument(new TextSpan(6, 1));
        Text.Substring(place.Start, place.Length).ShouldBe("x");
        MarkdownParser.Parse("text\n---\na\n---\n").FrontMatter.ShouldBeNull();
    }

    [Fact]
    public void Blocks_know_their_heading_and_language()
    {
        var blocks = MarkdownParser.Parse("# A\n## B\n```sh {x}\na\n```\n# C\nd").Blocks;
        blocks[1].Heading.ShouldBe(blocks[0]);
        blocks[2].Heading.ShouldBe(blocks[1]);
        blocks[2].Language.ShouldBe("sh");
        blocks[3].Heading.ShouldBeNull();
        blocks[4].Heading.ShouldBe(blocks[3]);
    }

    [Fact]
    public void Any_text_is_read_and_pieces_lie_in_order_inside_it() => Texts.Sample(
        text =>
        {
            var document = MarkdownParser.Parse(text);
            document.Steps.ShouldBeLessThan((80L * text.Length) + 200);
            var last = 0;
            foreach (var block in document.Blocks)
            {
                block.Span.Start.ShouldBeGreaterThanOrEqualTo(last);
                block.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
                block.Span.Contains(block.ContentSpan).ShouldBeTrue();
                var end = block.Span.Start;
                foreach (var piece in block.Pieces)
                {
                    piece.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
                    end = piece.Span.End;
                    text.AsSpan(piece.Span.Start, piece.Span.Length).IndexOf('\n').ShouldBe(-1);
                }

                end.ShouldBeLessThanOrEqualTo(block.Span.End);
                last = block.Span.End;
            }
        },
        iter: 10_000);

    private static string Outline(string text) => string.Join(' ', MarkdownParser.Parse(text).Blocks.Select(block =>
        Letter(block) + "[" + string.Join('/', block.Pieces.Select(piece => Piece(text, block, piece))) + "]"));

    private static string Letter(MarkdownBlock block) => block.Kind switch
    {
        MarkdownBlockKind.Heading => "H" + block.Level,
        MarkdownBlockKind.FencedCode => "F(" + block.Info + ")",
        _ => block.Kind.ToString()[..1],
    };

    private static string Piece(string text, MarkdownBlock block, MarkdownPiece piece)
    {
        var mark = piece.Kind == MarkdownPieceKind.Comment ? "!" : piece.Kind == MarkdownPieceKind.Code && !block.IsCode ? "`" : "";
        return $"{mark}{text.Substring(piece.Span.Start, piece.Span.Length)}{mark}";
    }
}
