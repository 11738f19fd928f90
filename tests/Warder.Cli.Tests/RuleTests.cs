using System.Text.Json;

namespace Warder.Cli.Tests;

public sealed class RuleTests
{
    [Fact]
    public void Rules_lists_the_catalogue_in_each_format()
    {
        using var folder = new TempFolder();
        WarderProcess.Run(folder.Root, "rules").Ends(0).Out.ShouldContain("registry-missing");
        WarderProcess.Run(folder.Root, "rules", "--format", "markdown").Ends(0).Out.ShouldContain("registry-missing");
        using var json = JsonDocument.Parse(WarderProcess.Run(folder.Root, "rules", "--format", "json").Ends(0).Out);
        json.RootElement.GetRawText().ShouldContain("registry-missing");
    }

    [Fact]
    public void Explain_shows_the_page_of_a_rule()
    {
        using var folder = new TempFolder();
        WarderProcess.Run(folder.Root, "explain", "stale-suppression").Ends(0).Out.ShouldContain("What it finds");
        WarderProcess.Run(folder.Root, "explain", "stale-suppression", "--format", "markdown").Ends(0).Out.ShouldContain("## What it finds");
    }

    [Fact]
    public void Explain_knows_rules_by_the_names_of_other_tools()
    {
        using var folder = new TempFolder();
        using var rules = JsonDocument.Parse(WarderProcess.Run(folder.Root, "rules", "--format", "json").Ends(0).Out);
        var named = rules.RootElement.GetProperty("rules").EnumerateArray().First(r => r.GetProperty("aliases").GetArrayLength() > 0);
        var slug = named.GetProperty("rule").GetString()!;
        var alias = named.GetProperty("aliases")[0].GetString()!;
        var page = WarderProcess.Run(folder.Root, "explain", slug).Ends(0).Out;
        WarderProcess.Run(folder.Root, "explain", alias).Ends(0).Out.ShouldBe(page);
        WarderProcess.Run(folder.Root, "explain", alias.Split('/')[1]).Ends(0).Out.ShouldBe(page);
    }

    [Fact]
    public void Explain_meets_an_unknown_rule_with_a_suggestion()
    {
        using var folder = new TempFolder();
        WarderProcess.Run(folder.Root, "explain", "stale-supression").Refuses("did you mean stale-suppression?");
        WarderProcess.Run(folder.Root, "explain", "../../etc/passwd").Refuses("there is no rule");
    }

    [Fact]
    public void Completion_scripts_parse_and_complete()
    {
        using var folder = new TempFolder();
        WarderProcess.Shell(folder.Root, "warder completion bash | bash -n").Ends(0).Error.ShouldBe("");
        foreach (var shell in new[] { "zsh", "fish", "pwsh" })
        {
            WarderProcess.Run(folder.Root, "completion", shell).Ends(0).Out.ShouldContain("warder");
        }
    }

    [Theory]
    [InlineData("warder a", "audit")]
    [InlineData("warder tokens ", "list show")]
    [InlineData("warder audit --form", "--format")]
    [InlineData("warder audit --format s", "sarif")]
    [InlineData("warder explain stale-s", "stale-suppression")]
    public void Bash_completes(string line, string expected)
    {
        using var folder = new TempFolder();
        var ran = WarderProcess.Shell(folder.Root, $$"""
            source <(warder completion bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _warder
            echo "${COMPREPLY[*]}"
            """).Ends(0);
        foreach (var word in expected.Split(' '))
        {
            ran.Out.Split([' ', '\n']).ShouldContain(word);
        }
    }
}
