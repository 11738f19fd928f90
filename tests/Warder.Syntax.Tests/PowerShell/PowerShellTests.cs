using CsCheck;
using Warder.Syntax.PowerShell;

namespace Warder.Syntax.Tests.PowerShell;

public sealed class PowerShellTests
{
    private static readonly string[] Pieces =
    [
        " ", "\n", "\r\n", ";", "|", "&", "(", ")", "{", "}", "'", "\"", "`", "$", "@'\n", "\n'@", "@\"\n", "\n\"@", "#", "<#", "#>",
        "$env:A", "${env:B}", "$(", "${{", "}}", "=", "x", "Env:C", "[Environment]::GetEnvironmentVariable('D')", "@{", "@(", ",", "é", "\0",
    ];

    private static readonly Gen<string> Scripts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 50].Select(string.Concat),
        Gen.String[0, 60]);

    [Theory]
    [InlineData("", "")]
    [InlineData("Get-Item a b; c\nd", "Get-Item a b ; c ; d")]
    [InlineData("a `\n b", "a b")]
    [InlineData("a | b |\n c", "a >1 ; b >2 ; c")]
    [InlineData("a # b\n<# c\nd #> e", "a ; e")]
    [InlineData("$x = gh auth token", "$x=gh auth token")]
    [InlineData("$x=1", "$x=1")]
    [InlineData("& 'C:\\a b\\gh.exe' x", "'C:\\a b\\gh.exe' x")]
    [InlineData("if ($a) { b } else { c }", "if ($a) { b } else { c } ; $a ^0 ; b ^0 ; c ^0")]
    [InlineData("a \"x $(b 'y') z\" w", "a \"x $(b 'y') z\" w ; b 'y' ^0")]
    [InlineData("a @'\nx ' \" y\n'@ b", "a @'\nx ' \" y\n'@ b")]
    [InlineData("a && b || c", "a ; b ; c")]
    [InlineData("a -H @{ B = 'c' } -d e", "a -H @{ B = 'c' } -d e ; B='c' ^0")]
    public void Statements(string script, string expected)
    {
        var commands = PowerShellParser.Parse(script).Commands.ToList();
        string.Join(" ; ", commands.Select(command =>
            (command.AssignedTo is { } target ? target + "=" : "")
            + string.Join(' ', command.Words.Select(word => word.Text))
            + (command.Parent is { } parent ? " ^" + commands.IndexOf(parent) : "")
            + (command.PipedInto is { } sink ? " >" + commands.IndexOf(sink) : ""))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("echo $env:TOKEN $Env:B ${env:C} ${ENV:D}", "E:TOKEN E:B E:C E:D")]
    [InlineData("echo $x ${y} $script:z $global:w", "S:x S:y S:z S:w")]
    [InlineData("echo \"a $env:A `$env:B $($env:C)\" '$env:D'", "E:A E:C")]
    [InlineData("$env:A = $env:B", "E:A! E:B")]
    [InlineData("$x += \"$env:A\"", "S:x! E:A")]
    [InlineData("[Environment]::GetEnvironmentVariable('A')", "C:A")]
    [InlineData("$t = [System.Environment]::GetEnvironmentVariable( \"A\", 'User')", "S:t! C:A")]
    [InlineData("Get-Item Env:A; Test-Path 'env:B'; ls Env:\\C", "P:A P:B P:C")]
    [InlineData("a @\"\n$env:A\n'$env:B'\n\"@ $env:C", "E:A E:B E:C")]
    [InlineData("a @'\n$env:A\n'@ $env:C", "E:C")]
    [InlineData("# $env:A\n<# $env:B #> $env:C", "E:C")]
    [InlineData("if (-not $env:A) { throw \"no $env:B\" }", "E:A E:B")]
    [InlineData("irm -Headers @{ Authorization = \"Bearer $env:A\" } -Uri $u", "E:A S:u")]
    [InlineData("echo ${{ secrets.X }} '${{ y }}' $env:A", "E:A")]
    [InlineData("echo \"cost: $ 5 $env:A\"", "E:A")]
    [InlineData("echo \"it''s \"\"$env:A\"\"\"", "E:A")]
    [InlineData("echo $env:A.Length", "E:A")]
    [InlineData("echo \"$env:A:x\"", "E:A")]
    public void Variables(string script, string expected) =>
        string.Join(' ', PowerShellParser.Parse(script).VariableUses.Select(use => Letter(use.Kind) + ":" + use.Name + (use.IsAssigned ? "!" : "")))
            .ShouldBe(expected);

    [Fact]
    public void Templates_and_literals()
    {
        const string Script = "gh 'it''s' \"a`\"b\" ${{ a == '}}' }} \"$x\"";
        var script = PowerShellParser.Parse(Script);
        var command = script.Commands.ShouldHaveSingleItem();
        command.Name.ShouldBe("gh");
        command.Words.Select(word => word.Literal).ShouldBe(["gh", "it's", "a\"b", null, null]);
        var template = script.Templates.ShouldHaveSingleItem();
        Script.Substring(template.Start, template.Length).ShouldBe("${{ a == '}}' }}");
    }

    [Fact]
    public void Any_text_is_read_in_bounded_work() => Scripts.Sample(
        text =>
        {
            var script = PowerShellParser.Parse(text);
            script.Steps.ShouldBeLessThan((20L * text.Length) + 100);
            var last = -1;
            foreach (var use in script.VariableUses)
            {
                text.Substring(use.NameSpan.Start, use.NameSpan.Length).ShouldBe(use.Name);
                use.NameSpan.Start.ShouldBeGreaterThan(last);
                last = use.NameSpan.Start;
            }

            foreach (var command in script.Commands)
            {
                command.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
                command.Words.All(word => text.Substring(word.Span.Start, word.Span.Length) == word.Text).ShouldBeTrue();
            }
        },
        iter: 10_000);

    [Fact]
    public void Deep_nesting_is_survived()
    {
        foreach (var opener in new[] { "(", "{", "$(", "\"$(", "@{", "@'\n", "<#", "'", "${env:" })
        {
            var text = string.Concat(Enumerable.Repeat(opener, 50_000));
            PowerShellParser.Parse(text).Steps.ShouldBeLessThan((20L * text.Length) + 100, opener);
        }
    }

    private static string Letter(PowerShellVariableKind kind) => kind switch
    {
        PowerShellVariableKind.Script => "S",
        PowerShellVariableKind.Environment => "E",
        PowerShellVariableKind.EnvironmentCall => "C",
        _ => "P",
    };
}
