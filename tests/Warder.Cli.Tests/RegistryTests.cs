using System.Text.Json;

namespace Warder.Cli.Tests;

public sealed class RegistryTests
{
    private const string ListRegistry = "- token: DEPLOY_TOKEN\n";

    [Fact]
    public void Check_ends_with_0_where_nothing_is_wrong()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "registry", "check").Ends(0);
    }

    [Fact]
    public void Check_ends_with_1_and_the_place_where_something_is()
    {
        using var shop = Shop.Clean().With(Shop.Registry, Shop.Declared + "  again:\n    token: DEPLOY_TOKEN\n");
        WarderProcess.Run(shop.Root, "registry", "check").Ends(1).Out.ShouldContain("registry-duplicate-token");
    }

    [Fact]
    public void Check_without_a_registry_says_how_to_make_one()
    {
        using var shop = Shop.Unregistered();
        WarderProcess.Run(shop.Root, "registry", "check").Refuses("'warder registry discover --write'");
        WarderProcess.Run(shop.Root, "registry", "list").Refuses("'warder registry discover --write'");
    }

    [Fact]
    public void List_tells_the_entries()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "registry", "list").Ends(0).Out.ShouldContain("DEPLOY_TOKEN");
        using var json = JsonDocument.Parse(WarderProcess.Run(shop.Root, "registry", "list", "-f", "json").Ends(0).Out);
        json.RootElement.GetRawText().ShouldContain("deploy-bot");
    }

    [Fact]
    public void A_registry_that_is_a_list_is_a_finding_with_its_place_in_every_command()
    {
        using var shop = Shop.Clean().With(Shop.Registry, ListRegistry);
        foreach (var command in new[] { "audit", "registry check" })
        {
            var ran = WarderProcess.Run(shop.Root, command.Split(' ')).Ends(1);
            ran.Out.ShouldContain("registry-invalid", Case.Sensitive, command);
        }

        WarderProcess.Run(shop.Root, "registry", "discover").Refuses("has a shape that nothing can be added to safely");
        shop.Text(Shop.Registry).ShouldBe(ListRegistry);
    }

    [Fact]
    public void Discover_prints_a_registry_and_writes_nothing()
    {
        using var shop = Shop.Unregistered();
        var before = shop.Files();
        var ran = WarderProcess.Run(shop.Root, "registry", "discover").Ends(0);
        ran.Out.ShouldContain("token: DEPLOY_TOKEN");
        shop.Files().ShouldBe(before);
    }

    [Fact]
    public void Discover_writes_a_registry_that_the_audit_then_takes()
    {
        using var shop = Shop.Unregistered();
        WarderProcess.Run(shop.Root, "registry", "discover", "--write").Ends(0).Out.ShouldContain(Shop.Registry);
        var written = shop.Text(Shop.Registry);
        written.ShouldContain($"- \"{Shop.Workflow}\"");
        shop.Text(".codex/tokens/token-registry.schema.json").ShouldBe(WarderProcess.Run(shop.Root, "registry", "schema").Ends(0).Out);
        WarderProcess.Run(shop.Root, "registry", "discover", "--write").Ends(0).Out.ShouldContain("nothing to add");
        shop.Text(Shop.Registry).ShouldBe(written);
        WarderProcess.Run(shop.Root, "audit", "--rule", "registry-missing", "--rule", "registry-invalid", "--rule", "unregistered-token").Ends(0);
    }

    [Fact]
    public void Discover_keeps_every_byte_of_a_registry_that_is_there()
    {
        using var shop = Shop.Clean().With(".github/workflows/more.yml", Shop.Good.Replace("DEPLOY_TOKEN", "NPM_TOKEN"));
        WarderProcess.Run(shop.Root, "registry", "discover", "--write").Ends(0).Out.ShouldContain("1 token added");
        var merged = shop.Text(Shop.Registry);
        merged.ShouldStartWith(Shop.Declared);
        merged.ShouldContain("token: NPM_TOKEN");
        WarderProcess.Run(shop.Root, "registry", "discover", "--write").Ends(0);
        shop.Text(Shop.Registry).ShouldBe(merged);
    }

    [Fact]
    public void A_script_that_cannot_be_read_is_named_and_the_others_are_discovered()
    {
        using var shop = Shop.Unregistered().With("scripts/odd.sh", [(byte)'e', 0, (byte)'o']);
        var ran = WarderProcess.Run(shop.Root, "registry", "discover", "--write").Ends(2);
        ran.Error.ShouldContain("scripts/odd.sh");
        ran.Out.ShouldContain("written to");
        shop.Text(Shop.Registry).ShouldContain("token: DEPLOY_TOKEN");
    }

    [Fact]
    public void Discover_does_not_write_through_a_link_of_the_repository()
    {
        using var shop = Shop.Unregistered();
        Directory.CreateDirectory(Path.Combine(shop.Base, "outside"));
        shop.WithLink(".codex", "../outside");
        WarderProcess.Run(shop.Root, "registry", "discover", "--write").Ends(2);
        Directory.EnumerateFileSystemEntries(Path.Combine(shop.Base, "outside")).ShouldBeEmpty();
    }

    [Fact]
    public void Discover_takes_no_registry_from_outside()
    {
        using var shop = Shop.Unregistered();
        File.WriteAllText(Path.Combine(shop.Base, "secret.yml"), "outside: 1\n");
        shop.WithLink(Shop.Registry, "../../../secret.yml");
        WarderProcess.Run(shop.Root, "registry", "discover").Ends(2).Out.ShouldBe("");
        WarderProcess.Run(shop.Root, "registry", "list").Ends(2).Out.ShouldNotContain("outside");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said()
    {
        using var shop = Shop.Clean();
        foreach (var command in new[] { "registry list", "registry check", "registry discover", "tokens list", "baseline create", "baseline prune", "audit" })
        {
            WarderProcess.Run(shop.Root, [.. command.Split(' '), "nowhere"]).Refuses("nowhere: There is no such");
        }
    }

    [Fact]
    public void A_sub_folder_stands_for_its_repository()
    {
        using var shop = Shop.Clean().With(Shop.Registry, Shop.Declared + "  again:\n    token: DEPLOY_TOKEN\n").With("src/readme.txt", "");
        WarderProcess.Run(shop["src"], "registry", "check").Ends(1).Out.ShouldContain("registry-duplicate-token");
        WarderProcess.Run(shop["src"], "registry", "list").Ends(0).Out.ShouldContain("DEPLOY_TOKEN");
        using var without = Shop.Unregistered().With("src/readme.txt", "");
        WarderProcess.Run(without["src"], "registry", "discover", "--write").Ends(0);
        without.Text(Shop.Registry).ShouldContain("token: DEPLOY_TOKEN");
    }

    [Fact]
    public void Schemas_are_json_and_differ()
    {
        using var folder = new TempFolder();
        var registry = WarderProcess.Run(folder.Root, "registry", "schema").Ends(0).Out;
        var policy = WarderProcess.Run(folder.Root, "registry", "schema", "--policy").Ends(0).Out;
        policy.ShouldNotBe(registry);
        foreach (var schema in new[] { registry, policy })
        {
            using var json = JsonDocument.Parse(schema);
            json.RootElement.GetProperty("$schema").GetString().ShouldNotBeNull();
        }
    }
}
