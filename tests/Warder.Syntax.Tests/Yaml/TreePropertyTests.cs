using CsCheck;
using Warder.Testing;

namespace Warder.Syntax.Tests.Yaml;

public sealed class TreePropertyTests
{
    private static readonly string[] Pieces =
    [
        "a", "key", ": ", ":", " ", "  ", "\n", "\n  ", "\n    ", "\n- ", "- ", "? ", "[", "]", "{", "}", ", ", "#", " # c", "'", "''", "\"",
        "\\", "\\\n", "\\n", "\\x41", "\\u0042", "\\U0001F600", "\\uD83D\\uDE00", "|\n", "|-\n  ", "|+\n  ", "|2\n", ">\n  ", ">-\n ", ">+ # h\n  ",
        "&x ", "*x", "!t ", "!!str ", "\t", "\r\n", "\r", "---\n", "...\n", "\u2028", "\u0085", "%", "<<: *x", "${{ x }}", "é", "\U0001F600",
    ];

    private static readonly Gen<string> YamlLike = Gen.OneOf(Pieces).Array[0, 30].Select(string.Concat);

    private static readonly Gen<string> BlockScalars = Gen.Select(
        Gen.OneOf("|", ">"),
        Gen.OneOf("", "-", "+", "1", "2-", "+3"),
        Gen.OneOf("\n", "\r\n"),
        Gen.OneOf("", " ", "  ", "    x", "   y z", "  # t", "  \tw", "     ", "   v ", "  u").Array[0, 12],
        Gen.Bool,
        (style, indicators, lineEnd, lines, end) =>
            "k: " + style + indicators + lineEnd + string.Join(lineEnd, lines) + (end ? lineEnd + "z: 1" : ""));

    private static readonly Gen<string> Quoted = Gen.Select(
        Gen.OneOf("'", "\""),
        Gen.OneOf("a", " ", "  ", "\n", "\r\n", "\n ", "\t", "''", "\\\n", "\\t", "\\\"", "\\x20", "\\U0001F600", "\u2028", "b#", " #").Array[0, 14],
        (quote, parts) => "- " + quote + string.Concat(parts) + quote + " # c\n");

    [Fact]
    public void Any_text_gives_a_tree_whose_rules_hold() =>
        Gen.String.Sample(text => TreeInvariants.FindBroken(text) is null, iter: 5_000);

    [Fact]
    public void Text_made_of_yaml_pieces_gives_a_tree_whose_rules_hold() =>
        YamlLike.Sample(text => Expect(text), iter: 30_000);

    [Fact]
    public void Pieces_with_nul_and_lone_surrogates_never_throw() =>
        Gen.OneOf([.. Pieces, "\0", "\uD800", "\uDC00", "\uFEFF", "\\UFFFFFFFF", "\\uD800", "\\uD800\\u0041", "\\uDC00\\uD800"]).Array[0, 30]
            .Select(string.Concat).Sample(text => Expect(text), iter: 20_000);

    [Fact]
    public void Block_scalars_of_every_kind_are_placed_exactly() => BlockScalars.Sample(text => Expect(text), iter: 20_000);

    [Fact]
    public void Quoted_scalars_of_every_kind_are_placed_exactly() => Quoted.Sample(text => Expect(text), iter: 20_000);

    [Fact]
    public void Fixtures_hold_the_rules_whole_and_cut_off_anywhere()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Warder.Syntax.Tests", "Yaml", "Fixtures")))
        {
            var text = File.ReadAllText(file);
            var step = Math.Max(1, text.Length / 200);
            for (var length = text.Length; length >= 0; length -= step)
            {
                TreeInvariants.FindBroken(text[..length]).ShouldBeNull($"{Path.GetFileName(file)} cut at {length}");
            }
        }
    }

    private static void Expect(string text)
    {
        if (TreeInvariants.FindBroken(text) is { } broken)
        {
            throw new InvalidOperationException($"{broken} in \"{text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"");
        }
    }
}
