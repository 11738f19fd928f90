using System.Text.Json;

namespace Warder.Cli.Tests;

public sealed class TokensTests
{
    [Fact]
    public void List_in_json_has_the_agreed_shape()
    {
        using var shop = Shop.Clean();
        var ran = WarderProcess.Run(shop.Root, "tokens", "list", "--format", "json").Ends(0);
        using var json = JsonDocument.Parse(ran.Out);
        var token = json.RootElement.GetProperty("tokens").EnumerateArray().Single(t => t.GetProperty("token").GetString() == "DEPLOY_TOKEN");
        token.EnumerateObject().Select(p => p.Name).Take(4).ShouldBe(["token", "kind", "registered", "uses"]);
        token.GetProperty("registered").GetBoolean().ShouldBeTrue();
        var use = token.GetProperty("uses").EnumerateArray().Single(u => u.GetProperty("explicit").GetBoolean());
        use.EnumerateObject().Select(p => p.Name).Take(8).ShouldBe(["file", "line", "column", "explicit", "scope", "job", "step", "chain"]);
        use.GetProperty("file").GetString().ShouldBe(Shop.Workflow);
        use.GetProperty("line").GetInt32().ShouldBe(11);
        use.GetProperty("job").GetString().ShouldBe("build");
        use.GetProperty("step").GetString().ShouldBe("Deploy");
    }

    [Fact]
    public void The_default_token_has_one_name_however_it_is_spelled()
    {
        using var shop = new TempFolder().With(Shop.Workflow, """
            on: push
            jobs:
              a:
                runs-on: ubuntu-latest
                steps:
                  - run: gh api user
                    env:
                      A: ${{ github.token }}
                      B: ${{ secrets.github_token }}
            """);
        using var json = JsonDocument.Parse(WarderProcess.Run(shop.Root, "tokens", "list", "-f", "json").Ends(0).Out);
        var token = json.RootElement.GetProperty("tokens").EnumerateArray().ShouldHaveSingleItem();
        token.GetProperty("token").GetString().ShouldBe("GITHUB_TOKEN");
        token.GetProperty("uses").EnumerateArray().Count(u => u.GetProperty("explicit").GetBoolean()).ShouldBe(2);
    }

    [Fact]
    public void List_on_the_console_names_the_token()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "tokens", "list").Ends(0).Out.ShouldContain("DEPLOY_TOKEN");
    }

    [Fact]
    public void Show_takes_the_name_in_any_case()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "tokens", "show", "deploy_token").Ends(0).Out.ShouldContain($"{Shop.Workflow}:11");
        using var json = JsonDocument.Parse(WarderProcess.Run(shop.Root, "tokens", "show", "DEPLOY_TOKEN", "--format", "json").Ends(0).Out);
        json.RootElement.GetRawText().ShouldContain("deploy-bot");
    }

    [Fact]
    public void Show_says_when_there_is_no_such_token()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "tokens", "show", "NOPE_TOKEN").Refuses("no token NOPE_TOKEN is used or registered here");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_on_standard_error_and_ends_with_2()
    {
        using var shop = Shop.Clean().With(".github/workflows/latin.yml", [0x6F, 0x6E, 0x3A, 0x20, 0xE9, 0x0A]);
        var ran = WarderProcess.Run(shop.Root, "tokens", "list", "-f", "json").Ends(2);
        ran.Error.ShouldContain("warder: .github/workflows/latin.yml: ");
        using var json = JsonDocument.Parse(ran.Out);
    }
}
