using System.Text;
using CsCheck;
using Warder.Syntax.Yaml;
using Warder.Testing;

namespace Warder.Syntax.Tests.Yaml;

/// <summary>Where the reader of common YAML does not give up, its tree is the one of the parser's events, to the last offset.</summary>
public sealed class CommonReaderTests
{
    private const string Workflow = """
        ---
        # c
        name: CI:x # tail
        on:
          push:
            branches: [main, 'v*', "a\tb", ]
          pull_request:
          schedule:
          - cron: '0 3 * * *'

        env: {A: b, "C": d, E: {F: [g, h]}}
        jobs:
          build:
            runs-on: ${{ matrix.os }}
            if: a &&
              b

              || c#d
            steps:
              - uses: actions/checkout@v4
              -
                name: it's
                run: |
                  echo "a: b"   

                    deep
                  # kept

              - run: >-
                  folded
                  lines

                    more
                  end
                env:
                  EMPTY:
              - - x
                - "y\\\"z": 'it''s'
              - run: |+

                  last

        tail: -1

        """;

    private static readonly string[] Pieces =
    [
        "a", "k: ", "k:\n", ": ", ":", " ", "  ", "\n", "\n  ", "\n    ", "\n- ", "- ", "-", "? ", "[", "]", "{", "}", ", ", "#", " # c", "'", "''", "\"", "\\",
        "\\n", "\\x41", "|", "|\n", "|-\n  ", "|+\n", "|2\n", ">\n  ", ">-\n ", "> # h\n  ", "&x ", "*x", "!t ", "\t", "\r\n", "---\n", "\n---", "...\n", "%", "x y", "\n\n",
    ];

    private static readonly Gen<(int At, int Removed, string Added)[]> Edits =
        Gen.Select(Gen.Int[0, Workflow.Length], Gen.Int[0, 6], Gen.OneOf([.. Pieces, ""])).Array[1, 3];

    private static readonly Gen<string> Lines = Gen.Select(
        Gen.OneOf("", "  ", "    ", "      ", "   "),
        Gen.OneOf("- ", "", "", "- - "),
        Gen.OneOf("a:", "a: b", "b", "'c': d e", "x: |", "y: >-", "[a, b]", "k: {a: b}", "", "# c", "z: 'q'", "p: q #r", "\"u\"", "v: \"w\\n\"", "m: n: o", "f: >", "f: [", "]", "t: ---", "g: &h i"),
        (indent, dash, rest) => indent + dash + rest + "\n").Array[0, 12].Select(string.Concat);

    [Fact]
    public void A_workflow_is_common()
    {
        YamlCommonReader.Read(new SourceText("x.yml", Workflow)).ShouldNotBeNull();
        Compare(Workflow).ShouldBeNull();
    }

    [Fact]
    public void Edited_anywhere_it_is_read_as_by_the_parser() =>
        Edits.Sample(edits => Expect(edits.Aggregate(Workflow, Apply)), iter: 100_000);

    [Fact]
    public void Lines_in_any_order_are_read_as_by_the_parser() => Lines.Sample(Expect, iter: 50_000);

    [Fact]
    public void Pieces_in_any_order_are_read_as_by_the_parser() => Gen.OneOf(Pieces).Array[0, 20].Select(string.Concat).Sample(Expect, iter: 50_000);

    [Fact]
    public void Fixtures_are_read_as_by_the_parser_whole_and_cut_off_anywhere()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Warder.Syntax.Tests", "Yaml", "Fixtures")))
        {
            var text = File.ReadAllText(file);
            var step = Math.Max(1, text.Length / 200);
            for (var length = text.Length; length >= 0; length -= step)
            {
                Compare(text[..length]).ShouldBeNull($"{Path.GetFileName(file)} cut at {length}");
            }
        }
    }

    [Fact]
    public void Real_files_are_read_as_by_the_parser_and_four_in_five_of_them_are_common()
    {
        var corpus = Environment.GetEnvironmentVariable("WARDER_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(corpus), "WARDER_CORPUS names no folder of YAML files.");

        var (all, common) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(corpus!, "*.y*ml", SearchOption.AllDirectories))
        {
            if (SourceDecoder.Decode(file, File.ReadAllBytes(file)).Source is { } source)
            {
                Compare(source.Text).ShouldBeNull(file);
                all++;
                common += YamlCommonReader.Read(source) is null ? 0 : 1;
            }
        }

        common.ShouldBeGreaterThan(all * 8 / 10);
    }

    private static string Apply(string text, (int At, int Removed, string Added) edit)
    {
        var at = Math.Min(edit.At, text.Length);
        return text[..at] + edit.Added + text[Math.Min(at + edit.Removed, text.Length)..];
    }

    private static void Expect(string text)
    {
        if (Compare(text) is { } difference)
        {
            throw new InvalidOperationException($"{difference}\nin \"{text.Replace("\n", "\\n", StringComparison.Ordinal)}\"");
        }
    }

    /// <summary>What the two trees differ in; null where they are the same or the reader gave up.</summary>
    private static string? Compare(string text)
    {
        var source = new SourceText("x.yml", text);
        if (YamlCommonReader.Read(source) is not { } tree)
        {
            return null;
        }

        var (ours, parsed) = (Dump(tree), Dump(new YamlTreeBuilder(source).Build()));
        return ours == parsed ? null : $"{ours}\ninstead of\n{parsed}";
    }

    private static string Dump(YamlTree tree)
    {
        var dump = new StringBuilder();
        dump.Append(tree.ReadTo).Append(' ').AppendJoin(", ", tree.Problems.Select(p => $"{p.Kind} {p.Span} {p.Message}")).Append('\n');
        foreach (var document in tree.Documents)
        {
            Append(dump.Append("document "), document);
        }

        return dump.ToString();
    }

    private static void Append(StringBuilder dump, YamlNode? node)
    {
        dump.Append(node?.Span).Append(' ').Append(node?.Anchor).Append(' ').Append(node?.Tag);
        switch (node)
        {
            case YamlScalar scalar:
                dump.Append(scalar.Style).Append(' ').Append(scalar.Value.Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
                break;
            case YamlMapping mapping:
                dump.Append(mapping.IsFlow ? "{\n" : "map\n");
                foreach (var entry in mapping.Entries)
                {
                    Append(dump, entry.Key);
                    Append(dump, entry.Value);
                }

                break;
            case YamlSequence sequence:
                dump.Append(sequence.IsFlow ? "[\n" : "list\n");
                foreach (var item in sequence.Items)
                {
                    Append(dump, item);
                }

                break;
        }

        dump.Append("end\n");
    }
}
