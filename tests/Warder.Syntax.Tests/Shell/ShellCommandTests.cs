using Warder.Syntax.Shell;

namespace Warder.Syntax.Tests.Shell;

public sealed class ShellCommandTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   \n\n # only a comment\n", "")]
    [InlineData("echo a b", "<echo> <a> <b>")]
    [InlineData("echo a # b", "<echo> <a>")]
    [InlineData("echo a#b", "<echo> <a#b>")]
    [InlineData("a; b\nc & d && e || f", "<a> ; <b> ; <c> ; <d> ; <e> ; <f>")]
    [InlineData("a \\\n b", "<a> <b>")]
    [InlineData("fo\\\no b", "<fo\\\no> <b>")]
    [InlineData("a\r\nb\r\n", "<a> ; <b>")]
    [InlineData("a 'b c' \"d e\"f", "<a> <'b c'> <\"d e\"f>")]
    [InlineData("a b\\ c", "<a> <b\\ c>")]
    [InlineData("a $'it\\'s' b", "<a> <$'it\\'s'> <b>")]
    [InlineData("X=1 Y=2 cmd z", "X=1 Y=2 <cmd> <z>")]
    [InlineData("X=1", "X=1")]
    [InlineData("X+=1; Y=", "X+=1 ; Y=")]
    [InlineData("a[3]=x b", "a=x <b>")]
    [InlineData("cmd X=1", "<cmd> <X=1>")]
    [InlineData("X=(a 'b c' \"$D\")", "X=(a 'b c' \"$D\")")]
    [InlineData("X=(\n a # one)\n b\n) ; y", "X=(\n a # one)\n b\n) ; <y>")]
    [InlineData("export A=1 B", "Export:A=1 Export:B <export> <A=1> <B>")]
    [InlineData("declare -rx A=$B", "Export:A=$B <declare> <-rx> <A=$B>")]
    [InlineData("declare -a A=(1 2)", "Declare:A=(1 2) <declare> <-a> <A=(1 2)>")]
    [InlineData("local a=b c; readonly D", "Declare:a=b Declare:c <local> <a=b> <c> ; Declare:D <readonly> <D>")]
    [InlineData("export -f fn", "<export> <-f> <fn>")]
    [InlineData("read -r -p 'Token? ' TOKEN REST", "Read:TOKEN Read:REST <read> <-r> <-p> <'Token? '> <TOKEN> <REST>")]
    [InlineData("read -ra LIST", "Read:LIST <read> <-ra> <LIST>")]
    [InlineData("mapfile -t LINES", "Read:LINES <mapfile> <-t> <LINES>")]
    [InlineData("unset -v A B; unset -f c", "Unset:A Unset:B <unset> <-v> <A> <B> ; <unset> <-f> <c>")]
    [InlineData("printf -v OUT %s x; getopts ab OPT", "Read:OUT <printf> <-v> <OUT> <%s> <x> ; Read:OPT <getopts> <ab> <OPT>")]
    public void Words_and_assignments(string script, string expected) => ShellOutline.Commands(script).ShouldBe(expected);

    [Theory]
    [InlineData("if a; then b; elif c; then d; else e; fi; f", "<a> ; <b> ; <c> ; <d> ; <e> ; <f>")]
    [InlineData("while a\ndo\n b\ndone", "<a> ; <b>")]
    [InlineData("until ! a; do b; done", "<a> ; <b>")]
    [InlineData("for x in 1 $A; do b; done", "LOOP Loop:x <1> <$A> ; <b>")]
    [InlineData("for x\ndo b; done", "LOOP Loop:x ; <b>")]
    [InlineData("for ((i=0; i<N; i++)); do b; done", "ARITHMETIC <i=0; i<N; i++> ; <b>")]
    [InlineData("select x in a b; do c; done", "LOOP Loop:x <a> <b> ; <c>")]
    [InlineData("case $X in a|b) c;; (d) e;& *) f;; esac; g", "CASE <$X> ; <c> ; <e> ; <f> ; <g>")]
    [InlineData("case x in \"$A\") b ;; esac", "CASE <x> ; CASE <\"$A\"> ; <b>")]
    [InlineData("case x in\n# note\n a)\n b\n ;;\nesac\nc", "CASE <x> ; <b> ; <c>")]
    [InlineData("case x in *.@(a|b)) c;; esac", "CASE <x> ; <c>")]
    [InlineData("{ a; b; }; c", "<a> ; <b> ; <c>")]
    [InlineData("(a; b); c", "<a> ~S ; <b> ~S ; <c>")]
    [InlineData("((x = 1)); a", "ARITHMETIC <x = 1> ; <a>")]
    [InlineData("((a); b)", "<a> ~S ; <b> ~S")]
    [InlineData("[[ $a == b* && -n \"$c\" ]] && d", "TEST <$a> <==> <b*> <-n> <\"$c\"> ; <d>")]
    [InlineData("[[ $a =~ ^(x|y)$ ]] || d", "TEST <$a> <=~> <^> <x> <y> <$> ; <d>")]
    [InlineData("[ -n \"$c\" ]; d", "<[> <-n> <\"$c\"> <]> ; <d>")]
    [InlineData("f() { a; }; b", "<a> ~F(f) ; <b>")]
    [InlineData("function f { a; }\nb", "<a> ~F(f) ; <b>")]
    [InlineData("function f() (a)\nb", "<a> ~SF(f) ; <b>")]
    [InlineData("f ()\n{\n g() { a; }\n b\n}\nc", "<a> ~F(g) ; <b> ~F(f) ; <c>")]
    [InlineData("! a; time -p b; time c", "<a> ; <b> ; <c>")]
    [InlineData("echo if then done", "<echo> <if> <then> <done>")]
    [InlineData("'if' a; \"fi\"", "<'if'> <a> ; <\"fi\">")]
    [InlineData("ifx; doit; donex", "<ifx> ; <doit> ; <donex>")]
    [InlineData("if ! (a); then [[ b ]]; fi", "<a> ~S ; TEST <b>")]
    [InlineData("echo {a,b} {}", "<echo> <{a,b}> <{}>")]
    [InlineData("coproc a b; coproc C { d; }", "<a> <b> ; <d>")]
    [InlineData("find . -exec a {} \\; ; b", "<find> <.> <-exec> <a> <{}> <\\;> ; <b>")]
    public void Compound_commands(string script, string expected) => ShellOutline.Commands(script).ShouldBe(expected);

    [Theory]
    [InlineData("a | b | c", "<a> into#1 ; <b> from#0 into#2 ; <c> from#1")]
    [InlineData("a |& b", "<a> into#1 ; <b> from#0")]
    [InlineData("a |\n b; c", "<a> into#1 ; <b> from#0 ; <c>")]
    [InlineData("a || b", "<a> ; <b>")]
    [InlineData("a && b | c", "<a> ; <b> into#2 ; <c> from#1")]
    [InlineData("{ a; b; } | c", "<a> into#2 ; <b> into#2 ; <c> from#1")]
    [InlineData("(a | b) | c", "<a> into#1 ~S ; <b> from#0 into#2 ~S ; <c> from#1")]
    [InlineData("a | while read x; do b; done; c", "<a> into#1 ; Read:x <read> <x> from#0 ; <b> from#0 ; <c>")]
    [InlineData("if a; then b; fi | c", "<a> into#2 ; <b> into#2 ; <c> from#1")]
    [InlineData("a | for x in y; do b; done", "<a> into#2 ; LOOP Loop:x <y> from#0 ; <b> from#0")]
    [InlineData("a $(b | c) | d", "<a> <$(b | c)> into#3 ; <b> in#0 into#2 ~C ; <c> in#0 from#1 ~C ; <d> from#0")]
    public void Pipes(string script, string expected) => ShellOutline.Commands(script).ShouldBe(expected);

    [Theory]
    [InlineData("a > b 2>&1", "<a> > b 2>& 1")]
    [InlineData("a >>b <c", "<a> >> b < c")]
    [InlineData("> b a", "<a> > b")]
    [InlineData("a &> b; c &>> d; e >& f; g >| h; i <> j", "<a> &> b ; <c> &>> d ; <e> >& f ; <g> >| h ; <i> <> j")]
    [InlineData("a 2 > b", "<a> <2> > b")]
    [InlineData("a b2>c", "<a> <b2> > c")]
    [InlineData("exec {fd}>x {fd}>&-", "<exec> {fd}> x {fd}>& -")]
    [InlineData("a <<< \"$X\"", "<a> <<< \"$X\"")]
    [InlineData("while a; do b; done < f > g", "<a> ; <b> ; REDIRECTION < f > g")]
    [InlineData("a < <(b)", "<a> < <(b) ; <b> in#0 ~P")]
    [InlineData("diff <(a) <(b)", "<diff> <<(a)> <<(b)> ; <a> in#0 ~P ; <b> in#0 ~P")]
    [InlineData("tee >(a)", "<tee> <>(a)> ; <a> in#0 ~P")]
    [InlineData("[[ a ]] 2>b", "TEST <a> ; REDIRECTION 2> b")]
    public void Redirections(string script, string expected) => ShellOutline.Commands(script).ShouldBe(expected);

    [Theory]
    [InlineData("a $(b)", "<a> <$(b)> ; <b> in#0 ~C")]
    [InlineData("a \"x $(b \"$(c)\") y\" z", "<a> <\"x $(b \"$(c)\") y\"> <z> ; <b> <\"$(c)\"> in#0 ~C ; <c> in#1 ~C")]
    [InlineData("X=$(a) b", "X=$(a) <b> ; <a> in#0 ~C")]
    [InlineData("a `b c` d", "<a> <`b c`> <d> ; <b> <c> in#0 ~C")]
    [InlineData("a `b \\`c\\` d` e", "<a> <`b \\`c\\` d`> <e> ; <b> <\\`c\\`> <d> in#0 ~C ; <c> in#1 ~C")]
    [InlineData("a \"`b \\\"c d\\\"`\"", "<a> <\"`b \\\"c d\\\"`\"> ; <b> <\\\"c d\\\"> in#0 ~C")]
    [InlineData("a $(case x in y) b;; esac) c", "<a> <$(case x in y) b;; esac)> <c> ; CASE <x> in#0 ~C ; <b> in#0 ~C")]
    [InlineData("a $(b # )\n) c", "<a> <$(b # )\n)> <c> ; <b> in#0 ~C")]
    [InlineData("a $((1 + 2)) b", "<a> <$((1 + 2))> <b>")]
    [InlineData("a $((b); c) d", "<a> <$((b); c)> <d> ; <b> in#0 ~SC ; <c> in#0 ~C")]
    [InlineData("$(a) b", "<$(a)> <b> ; <a> in#0 ~C")]
    [InlineData("for x in $(a); do b; done", "LOOP Loop:x <$(a)> ; <a> in#0 ~C ; <b>")]
    [InlineData("f() { a $(b); }", "<a> <$(b)> ~F(f) ; <b> in#0 ~CF(f)")]
    [InlineData("a ${X:-$(b)}", "<a> <${X:-$(b)}> ; <b> in#0 ~C")]
    [InlineData("a $(< f)", "<a> <$(< f)> ; < f in#0 ~C")]
    public void Substitutions(string script, string expected) => ShellOutline.Commands(script).ShouldBe(expected);

    [Theory]
    [InlineData("/usr/bin/curl x", "curl")]
    [InlineData("cu'rl' x", "curl")]
    [InlineData("\\curl x", "curl")]
    [InlineData("$X y", null)]
    [InlineData("${{ inputs.tool }} y", null)]
    [InlineData("X=1", null)]
    [InlineData("[[ a ]]", null)]
    public void Name_is_the_literal_base_name(string script, string? name) => ShellParser.Parse(script).Commands[0].Name.ShouldBe(name);

    [Fact]
    public void Arguments_leave_out_the_first_word() =>
        ShellParser.Parse("A=1 a b 'c d'").Commands[0].Arguments.Select(word => word.Literal).ShouldBe(["b", "c d"]);

    [Fact]
    public void Span_covers_the_command_only()
    {
        const string Script = " X=1 a 'b' > c  # note\nd";
        var commands = ShellParser.Parse(Script).Commands;
        Script.Substring(commands[0].Span.Start, commands[0].Span.Length).ShouldBe("X=1 a 'b' > c");
        commands[1].Span.ShouldBe(new TextSpan(23, 1));
    }

    [Fact]
    public void A_range_is_read_with_offsets_of_the_whole_text()
    {
        const string Text = "RUN echo $A\nRUN $B";
        var script = ShellParser.Parse(Text, new TextSpan(4, 7));
        script.Commands.Count.ShouldBe(1);
        script.VariableUses.ShouldHaveSingleItem().NameSpan.ShouldBe(new TextSpan(10, 1));
    }
}
