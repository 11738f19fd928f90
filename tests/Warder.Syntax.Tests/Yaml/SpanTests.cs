using Warder.Syntax.Yaml;

namespace Warder.Syntax.Tests.Yaml;

public sealed class SpanTests
{
    private static YamlTree Parse(string text) => YamlParser.Parse(new SourceText("x.yml", text));

    private static string TextOf(YamlTree tree, YamlNode? node) => tree.Source.GetText(node!.Span);

    [Theory]
    [InlineData("k: plain # c\n", "plain")]
    [InlineData("k:   two\n  lines\nz: 1", "two\n  lines")]
    [InlineData("k: 'it''s'\n", "'it''s'")]
    [InlineData("k: &a !!str \"x\" # c\n", "\"x\"")]
    [InlineData("k: !local &a # c\n  x\n", "x")]
    [InlineData("k: |\n  one\n  two\n\n\nz: 1", "|\n  one\n  two")]
    [InlineData("k: |+\n  one\n\n\nz: 1", "|+\n  one\n\n")]
    [InlineData("k: |- # c\n  one  \n   \nz: 1", "|- # c\n  one  \n   ")]
    [InlineData("k: >2\nz: 1", ">2")]
    [InlineData("k: &a\nz: 1", "")]
    [InlineData("k: [a, {b: c}, ] # c\n", "[a, {b: c}, ]")]
    [InlineData("k: &a # c\n  - x\n  - y: 1\n    z: 2\n\n# c\nz: 1", "- x\n  - y: 1\n    z: 2")]
    [InlineData("k:\n- x\n-\nz: 1", "- x\n-")]
    [InlineData("k: !!map &a\n  &b x: 1\n  y:\nz: 1", "&b x: 1\n  y:")]
    [InlineData("\uFEFFk: v", "v")]
    public void A_value_spans_itself_without_anchor_tag_and_what_follows(string text, string expected)
    {
        var tree = Parse(text);
        tree.Problems.ShouldBeEmpty();
        TextOf(tree, ((YamlMapping)tree.Root!).Entries[0].Value).ShouldBe(expected);
    }

    [Fact]
    public void Keys_and_entries_have_their_own_spans()
    {
        var tree = Parse("? &a \"one\"\n: 1\n? two\n? three\n");
        var entries = ((YamlMapping)tree.Root!).Entries;
        TextOf(tree, entries[0].Key).ShouldBe("\"one\"");
        tree.Source.GetText(entries[0].Span).ShouldBe("\"one\"\n: 1");
        entries[1].Value.Span.ShouldBe(new TextSpan(entries[1].Key.Span.End, 0));
        entries[2].Value.AsScalar()!.Kind.ShouldBe(YamlScalarKind.Null);
    }

    [Fact]
    public void A_single_pair_in_brackets_spans_from_key_to_value()
    {
        var tree = Parse("k: [ a: b , c]");
        var pair = (YamlMapping)((YamlMapping)tree.Root!).Get("k")!.AsSequence()!.Items[0];
        TextOf(tree, pair).ShouldBe("a: b");
        pair.IsFlow.ShouldBeTrue();
    }

    [Fact]
    public void Tags_and_anchors_are_kept_as_written()
    {
        var tree = Parse("k: !e<x &name v");
        var value = ((YamlMapping)Parse("k: !!str &name v").Root!).Entries[0].Value;
        value.Tag.ShouldBe("!!str");
        value.Anchor.ShouldBe("name");
        tree.Problems.Single().Kind.ShouldBe(YamlProblemKind.Syntax);
    }

    [Fact]
    public void Each_document_has_its_root_and_an_empty_one_has_none()
    {
        var tree = Parse("---\n---\na: 1\n...\n---\n- x\n");
        tree.Documents.Count.ShouldBe(3);
        tree.Root.ShouldBeNull();
        tree.Documents[1].ShouldBeOfType<YamlMapping>().GetText("a").ShouldBe("1");
        tree.Documents[2].ShouldBeOfType<YamlSequence>().Items.Count.ShouldBe(1);
        Parse("# nothing\n").Documents.ShouldBeEmpty();
    }

    [Fact]
    public void Aliases_lead_to_the_last_anchor_before_them()
    {
        var tree = Parse("a: &x one\nb: *x\nc: &x [two]\nd: *x\n");
        var root = (YamlMapping)tree.Root!;
        root.GetText("b").ShouldBe("one");
        root.Get("d").ShouldBeSameAs(root.Get("c"));
        TextOf(tree, root.Find("d")!.Value).ShouldBe("*x");
    }
}
