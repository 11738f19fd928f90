using Warder.Syntax.Shell;

namespace Warder.Syntax.Tests.Shell;

public sealed class ShellWordTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("'a $B'", "a $B")]
    [InlineData("\"a \\\"b\\\" \\$C \\d\"", "a \"b\" $C \\d")]
    [InlineData("a\\ b", "a b")]
    [InlineData("a\\\nb", "ab")]
    [InlineData("\"a\\\nb\"", "ab")]
    [InlineData("$'a\\n\\x41\\101\\u00e9\\'\\q'", "a\nAA\u00e9'\\q")]
    [InlineData("$\"a b\"", "a b")]
    [InlineData("''", "")]
    [InlineData("a'b'\"c\"d", "abcd")]
    [InlineData("a$", "a$")]
    [InlineData("\"a$\"", "a$")]
    [InlineData("*.txt", "*.txt")]
    [InlineData("$A", null)]
    [InlineData("\"$A\"", null)]
    [InlineData("'${{ x }}'", null)]
    [InlineData("a$(b)", null)]
    public void Literal(string word, string? expected)
    {
        var words = ShellParser.Parse("x " + word).Commands[0].Words;
        words.Count.ShouldBe(2);
        words[1].Text.ShouldBe(word);
        words[1].Literal.ShouldBe(expected);
    }

    [Theory]
    [InlineData("$A", "A", "", null)]
    [InlineData("${A}", "A", "", null)]
    [InlineData("${A:-b c}", "A", ":-", "b c")]
    [InlineData("${A-}", "A", "-", "")]
    [InlineData("${A:=$B}", "A", ":=", "$B")]
    [InlineData("${A:+\"}\"}", "A", ":+", "\"}\"")]
    [InlineData("${A:?no A}", "A", ":?", "no A")]
    [InlineData("${A%.*}", "A", "%", ".*")]
    [InlineData("${A##*/}", "A", "##", "*/")]
    [InlineData("${A//a/b}", "A", "//", "a/b")]
    [InlineData("${A/#a/b}", "A", "/#", "a/b")]
    [InlineData("${A:0:4}", "A", ":", "0:4")]
    [InlineData("${A^^}", "A", "^^", "")]
    [InlineData("${A@Q}", "A", "@", "Q")]
    [InlineData("${A[@]}", "A", "", null)]
    [InlineData("${A[0]:-x}", "A", ":-", "x")]
    [InlineData("${1:-x}", "1", ":-", "x")]
    [InlineData("${12}", "12", "", null)]
    [InlineData("${@}", "@", "", null)]
    [InlineData("$@", "@", "", null)]
    [InlineData("$?", "?", "", null)]
    [InlineData("${#}", "#", "", null)]
    [InlineData("${!}", "!", "", null)]
    [InlineData("${A:-${B:-c}}", "A", ":-", "${B:-c}")]
    [InlineData("\"${A:-it's}\"", "A", ":-", "it's")]
    [InlineData("\"${A%'}'}\"", "A", "%", "'}'")]
    public void Parameters(string word, string name, string op, string? argument)
    {
        var words = ShellParser.Parse("x " + word + " y").Commands[0].Words;
        words.Count.ShouldBe(3);
        var expansion = words[1].Expansions.ShouldHaveSingleItem();
        expansion.Kind.ShouldBe(ShellExpansionKind.Variable);
        expansion.Name.ShouldBe(name);
        (expansion.Operator ?? "").ShouldBe(op);
        expansion.Argument?.Text.ShouldBe(argument);
        expansion.IsQuoted.ShouldBe(word[0] == '"');
        expansion.Span.Length.ShouldBe(word.Trim('"').Length);
    }

    [Fact]
    public void Length_and_indirection_are_told()
    {
        var words = ShellParser.Parse("x ${#A} ${!B} ${!C@}").Commands[0].Words;
        words[1].Expansions[0].IsLength.ShouldBeTrue();
        words[1].Expansions[0].Name.ShouldBe("A");
        words[2].Expansions[0].IsIndirect.ShouldBeTrue();
        words[2].Expansions[0].Name.ShouldBe("B");
        words[3].Expansions[0].Operator.ShouldBe("@");
    }

    [Fact]
    public void Nested_defaults_form_a_chain()
    {
        var outer = ShellParser.Parse("T=${A:-${B:-$C}}").Commands[0].Assignments[0].Value!.Expansions[0];
        var middle = outer.Default!.Expansions[0];
        middle.Name.ShouldBe("B");
        middle.Default!.Expansions[0].Name.ShouldBe("C");
    }

    [Theory]
    [InlineData("echo ${{ a }}", "${{ a }}")]
    [InlineData("echo '${{ a }}'", "${{ a }}")]
    [InlineData("echo \"x${{ a == 'it''s }}' }}y\"", "${{ a == 'it''s }}' }}")]
    [InlineData("echo ${{ a }}_${{ b }}", "${{ a }}|${{ b }}")]
    [InlineData("echo \\${{ a }}", "${{ a }}")]
    [InlineData("echo $'${{ a }}'", "${{ a }}")]
    [InlineData("echo ${X:-${{ a }}}", "${X:-${{ a }}}")]
    [InlineData("echo ${{ format('{0}', a) }} b", "${{ format('{0}', a) }}")]
    [InlineData("echo ${{\n a\n}}", "${{\n a\n}}")]
    public void Templates_are_opaque(string script, string expected)
    {
        var command = ShellParser.Parse(script).Commands.ShouldHaveSingleItem();
        string.Join('|', command.Words[1].Expansions.Select(item => script.Substring(item.Span.Start, item.Span.Length))).ShouldBe(expected);
    }

    [Fact]
    public void A_template_in_a_default_is_in_the_argument() =>
        ShellParser.Parse("echo ${X:-${{ a }}}").Commands[0].Words[1].Expansions[0].Default!.Expansions[0].Kind.ShouldBe(ShellExpansionKind.Template);
}
