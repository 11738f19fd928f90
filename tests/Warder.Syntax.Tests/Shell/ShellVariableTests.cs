using Warder.Syntax.Shell;

namespace Warder.Syntax.Tests.Shell;

public sealed class ShellVariableTests
{
    [Theory]
    [InlineData("echo $A ${B} \"$C\" '$D' \\$E", "A B C")]
    [InlineData("A=1 B=$A c", "A")]
    [InlineData("echo ${A:-$B} $C", "A($B) B C")]
    [InlineData("echo ${A:-${B:-x}}", "A(${B:-x}) B(x)")]
    [InlineData("echo $1 $@ $? ${#} $$ ${12}", "")]
    [InlineData("echo $((A + $B + ${C} + 0x1F + 16#ff))", "A B C")]
    [InlineData("((A++)); for ((i=0;i<N;i++)); do :; done", "A i i N i")]
    [InlineData("echo ${A[$I]} ${B[i]}", "A I B")]
    [InlineData("for x in $A; do echo $x; done", "A x")]
    [InlineData("case $A in $B) ;; esac", "A B")]
    [InlineData("[[ -n $A && \"$B\" =~ $C ]]", "A B C")]
    [InlineData("a > $F 2>$G", "F G")]
    [InlineData("while a; do b; done < \"$F\"", "F")]
    [InlineData("echo $A_B-$C.d", "A_B C")]
    [InlineData("# $A\necho $B # $C", "B")]
    [InlineData("echo \"`echo \\$A`\" $B", "A B")]
    [InlineData("printenv A $C B", "A C B")]
    [InlineData("cat <<E\n$A \\$B '$C' `echo $D`\nE\necho $F", "A C D F")]
    [InlineData("cat <<'E'\n$A\nE\necho $B", "B")]
    [InlineData("cat <<\\E\n$A\nE\necho $B", "B")]
    [InlineData("cat <<-E\n\t$A\n\tE\necho $B", "A B")]
    [InlineData("cat <<E1 <<E2 $A\n$B\nE1\n$C\nE2\necho $D", "A B C D")]
    [InlineData("cat <<E | sh $A\n$B\nE\nc $C", "A B C")]
    [InlineData("x=$(cat <<E\n$A)\nE\n) $B", "A B")]
    [InlineData("x=\"$(cat <<'E'\n$A \" ' )\nE\n)\" $B", "B")]
    [InlineData("cat <<E\r\n$A\r\nE\r\necho $B", "A B")]
    [InlineData("X=($A \"${B}\")", "A B")]
    [InlineData("$A/bin/x", "A")]
    [InlineData("echo ${{ secrets.X }} $A '${{ a['b'] }}' $B", "A B")]
    [InlineData("curl -H \"Authorization: Bearer ${T}\" u", "T")]
    [InlineData("echo $'a\\'$A' $B", "B")]
    [InlineData("echo ${A//$B/${C}}", "A B C")]
    [InlineData("eval \"f() { echo $A; }\"", "A")]
    [InlineData("export A=$B; declare -x C=\"${D:-e}\"", "B D(e)")]
    [InlineData("if [ \"$A\" = b ]; then c; fi", "A")]
    [InlineData("echo \"${A:-\"$B\"}\" $C", "A(\"$B\") B C")]
    [InlineData("$(a $A) <(b $B)", "A B")]
    [InlineData("echo $", "")]
    [InlineData("echo ${", "")]
    [InlineData("echo \"$A", "A")]
    public void Reads_are_listed_in_order(string script, string expected) => ShellOutline.Uses(script).ShouldBe(expected);

    [Fact]
    public void A_use_knows_its_places_and_command()
    {
        const string Script = "echo hi; curl -u x:${GH_TOKEN:-$B} url";
        var use = ShellParser.Parse(Script).VariableUses[0];
        use.Command.Name.ShouldBe("curl");
        Script.Substring(use.NameSpan.Start, use.NameSpan.Length).ShouldBe("GH_TOKEN");
        Script.Substring(use.Span.Start, use.Span.Length).ShouldBe("${GH_TOKEN:-$B}");
        use.Default!.Expansions[0].Name.ShouldBe("B");
    }

    [Fact]
    public void A_here_document_belongs_to_its_command()
    {
        const string Script = "gh api <<'A' -X POST <<B\n$X ${{ y }}\nA\n$Z\nB\n";
        var script = ShellParser.Parse(Script);
        var redirections = script.Commands.ShouldHaveSingleItem().Redirections;
        var (first, second) = (redirections[0].HereDocument!, redirections[1].HereDocument!);
        first.Expands.ShouldBeFalse();
        first.Delimiter.ShouldBe("A");
        Script.Substring(first.BodySpan.Start, first.BodySpan.Length).ShouldBe("$X ${{ y }}\n");
        first.Expansions.ShouldHaveSingleItem().Kind.ShouldBe(ShellExpansionKind.Template);
        second.Expands.ShouldBeTrue();
        second.Expansions.ShouldHaveSingleItem().Name.ShouldBe("Z");
        script.VariableUses.ShouldHaveSingleItem().Command.ShouldBe(script.Commands[0]);
    }
}
