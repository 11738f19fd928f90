using Warder.Syntax.Yaml;

namespace Warder.Syntax.Tests.Yaml;

public sealed class ScalarPlaceTests
{
    private const string Expression = "${{";

    private static YamlScalar Value(string text, out string source)
    {
        var tree = YamlParser.Parse(new SourceText("x.yml", text));
        tree.Problems.ShouldBeEmpty();
        source = text;
        return ((YamlMapping)tree.Root!).Entries[0].Value.AsScalar()!;
    }

    [Theory]
    [InlineData("k: a ${{ x }}\n   ${{ y }}\n\n   ${{ z }}")]
    [InlineData("k: 'it''s ${{ x }} ''\n   ${{ y }}'")]
    [InlineData("k: \"\\t\\x41\\u0041\\U0001F600\\uD83D\\uDE00${{ x }}\\\n   \\  ${{ y }}\n\n   ${{ z }}\"")]
    [InlineData("k: |\n  echo ${{ x }}\n\n    ${{ y }}\n  ${{ z }}\n")]
    [InlineData("k: |2-\n    echo ${{ x }}\n  ${{ y }}\n")]
    [InlineData("k: |+\r\n  echo ${{ x }}\r\n\r\n  ${{ y }}\r\n\r\n")]
    [InlineData("k: >\n  ${{ x }}\n  ${{ y }}\n\n\n  ${{ z }}\n    ${{ more }}\n\n    ${{ indented }}\n  ${{ back }}\n")]
    [InlineData("k: >-\r\n  ${{ x }}\r\n  ${{ y }}\r\n\r\n  ${{ z }}\r\n")]
    public void Every_expression_is_found_where_it_is_written(string text)
    {
        var scalar = Value(text, out var source);
        var found = 0;
        for (var i = scalar.Value.IndexOf(Expression, StringComparison.Ordinal); i >= 0; i = scalar.Value.IndexOf(Expression, i + 1, StringComparison.Ordinal))
        {
            found++;
            var close = scalar.Value.IndexOf("}}", i, StringComparison.Ordinal) + 2;
            var place = scalar.ToSourceSpan(TextSpan.FromBounds(i, close));
            source.Substring(place.Start, place.Length).ShouldBe(scalar.Value[i..close]);
        }

        found.ShouldBe(text.Split(Expression).Length - 1);
    }

    [Fact]
    public void A_range_over_a_fold_or_escape_covers_all_of_it()
    {
        var scalar = Value("k: \"a\\x41\n  b\"", out var source);
        scalar.Value.ShouldBe("aA b");
        var place = scalar.ToSourceSpan(new TextSpan(0, 2));
        source.Substring(place.Start, place.Length).ShouldBe("a\\x41");
        place = scalar.ToSourceSpan(new TextSpan(1, 3));
        source.Substring(place.Start, place.Length).ShouldBe("\\x41\n  b");
    }

    [Fact]
    public void The_end_of_the_value_is_the_end_of_its_content()
    {
        Value("k: 'a''b' # c", out _).ToSourceOffset(3).ShouldBe(8);
        Value("k: plain", out _).ToSourceOffset(5).ShouldBe(8);
        var literal = Value("k: |\n  ab\n", out _);
        literal.ToSourceOffset(2).ShouldBe(9);
        literal.ToSourceOffset(3).ShouldBe(9);
        literal.ToSourceSpan(new TextSpan(0, 3)).ShouldBe(new TextSpan(7, 2));
        literal.ToSourceSpan(new TextSpan(1, 0)).ShouldBe(new TextSpan(8, 0));
    }

    [Fact]
    public void An_index_outside_the_value_is_refused()
    {
        var scalar = Value("k: ab", out _);
        Should.Throw<ArgumentOutOfRangeException>(() => scalar.ToSourceOffset(3));
        Should.Throw<ArgumentOutOfRangeException>(() => scalar.ToSourceOffset(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => scalar.ToSourceSpan(new TextSpan(1, 2)));
    }

    [Theory]
    [InlineData("", YamlScalarKind.Null)]
    [InlineData("~", YamlScalarKind.Null)]
    [InlineData("NULL", YamlScalarKind.Null)]
    [InlineData("nUll", YamlScalarKind.String)]
    [InlineData("True", YamlScalarKind.Boolean)]
    [InlineData("FALSE", YamlScalarKind.Boolean)]
    [InlineData("yes", YamlScalarKind.String)]
    [InlineData("tRue", YamlScalarKind.String)]
    [InlineData("-12", YamlScalarKind.Number)]
    [InlineData("0x1F", YamlScalarKind.Number)]
    [InlineData("0o17", YamlScalarKind.Number)]
    [InlineData("0o18", YamlScalarKind.String)]
    [InlineData("0x", YamlScalarKind.String)]
    [InlineData("1.", YamlScalarKind.Number)]
    [InlineData(".5e+3", YamlScalarKind.Number)]
    [InlineData("1e", YamlScalarKind.String)]
    [InlineData("+.INF", YamlScalarKind.Number)]
    [InlineData(".nan", YamlScalarKind.Number)]
    [InlineData("-.nan", YamlScalarKind.String)]
    [InlineData(".", YamlScalarKind.String)]
    [InlineData("1_000", YamlScalarKind.String)]
    [InlineData("1.2.3", YamlScalarKind.String)]
    [InlineData("'1'", YamlScalarKind.String)]
    [InlineData("\"\"", YamlScalarKind.String)]
    [InlineData("!!str 1", YamlScalarKind.String)]
    [InlineData("!<tag:yaml.org,2002:int> '1'", YamlScalarKind.Number)]
    [InlineData("!!bool x", YamlScalarKind.Boolean)]
    [InlineData("!!null", YamlScalarKind.Null)]
    [InlineData("!mine 1", YamlScalarKind.String)]
    public void Kind_follows_the_core_schema(string written, YamlScalarKind kind) => Value("k: " + written, out _).Kind.ShouldBe(kind);
}
