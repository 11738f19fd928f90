using System.Text.Json;
using Warder.Testing;

namespace Warder.Cli.Tests;

public sealed class RotationTests
{
    [Fact]
    public void Status_ends_with_1_where_a_token_is_overdue_and_recording_mends_it()
    {
        using var shop = Shop.Clean().With(Shop.Registry, Shop.Declared + "    rotated: 2020-01-31\n");
        WarderProcess.Run(shop.Root, "rotation", "status").Ends(1).Out.ShouldContain("1 registered token: 1 overdue");
        WarderProcess.Run(shop.Root, "rotation", "record", "deploy_token", "--evidence", "OPS-1").Ends(0);
        shop.Text(Shop.Registry).ShouldContain("bot_identity: deploy-bot # keeps its comment\n");
        shop.Text(Shop.Registry).ShouldContain("    rotation_evidence: \"OPS-1\"\n");
        var ran = WarderProcess.Run(shop.Root, "rotation", "status", "--format", "json").Ends(0);
        SchemaCheck.Problems(PotatoTests.Schema("rotation"), ran.Out).ShouldBeEmpty();
        ran.Out.ShouldContain("\"evidence\": \"OPS-1\"");
        WarderProcess.Run(shop.Root, "registry", "check").Ends(0);
    }

    [Fact]
    public void A_plan_names_who_breaks_and_when()
    {
        using var shop = Shop.Clean().With(Shop.Registry, Shop.Declared + "    created: 2026-01-31\n    owner: ops\n");
        WarderProcess.Run(shop.Root, "rotation", "plan", "--max-lifetime", "28d", "--from", "2026-02-01").Ends(0).Out.ShouldContain("DEPLOY_TOKEN breaks on 2026-03-01");
        var ran = WarderProcess.Run(shop.Root, "rotation", "plan", "--max-lifetime", "28", "--from", "2026-12-01", "--format", "json").Ends(0);
        SchemaCheck.Problems(PotatoTests.Schema("lifetime"), ran.Out).ShouldBeEmpty();
        using var json = JsonDocument.Parse(ran.Out);
        json.RootElement.GetProperty("tokens")[0].GetProperty("breaks").GetString().ShouldBe("2026-12-01");
    }

    [Fact]
    public void A_campaign_is_red_until_each_token_was_replaced_after_the_breach()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "rotation", "campaign", "start", "--since", "2026-03-14T12:00:00Z", "--workflow", "ci.yml", "--id", "breach").Ends(1).Out.ShouldContain("0 of 1 token replaced since");
        WarderProcess.Run(shop.Root, "rotation", "campaign", "start", "--since", "2026-03-14", "--workflow", "ci.yml", "--id", "breach").Refuses("there is a campaign 'breach' already");
        WarderProcess.Run(shop.Root, "rotation", "record", "DEPLOY_TOKEN", "--at", "2026-03-14").Ends(0).Out.ShouldContain("no later than the breach");
        WarderProcess.Run(shop.Root, "rotation", "campaign", "status").Ends(1);
        WarderProcess.Run(shop.Root, "rotation", "record", "DEPLOY_TOKEN", "--at", "2026-03-14T12:30:00Z", "--evidence", "run 17").Ends(0);
        var ran = WarderProcess.Run(shop.Root, "rotation", "campaign", "status", "breach", "--format", "json").Ends(0);
        SchemaCheck.Problems(PotatoTests.Schema("campaigns"), ran.Out).ShouldBeEmpty();
        File.ReadLines(shop["logs/token-audit/audit-log.jsonl"]).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("event").GetString()).ShouldBe(["campaign-started", "rotation", "rotation", "campaign-ended"]);
        WarderProcess.Run(shop.Root, "logs", "verify").Ends(0);
        ran.Out.ShouldContain("\"evidence\": \"run 17\"");
    }

    [Fact]
    public void The_calendar_goes_to_a_file_or_to_the_output()
    {
        using var shop = Shop.Clean().With(Shop.Registry, Shop.Declared + "    expires: 2030-02-28\n");
        WarderProcess.Run(shop.Root, "rotation", "calendar", "--output", "due.ics").Ends(0).Out.ShouldBe("");
        shop.Text("due.ics").ShouldContain("DTSTART;VALUE=DATE:20300228\r\n");
        WarderProcess.Run(shop.Root, "rotation", "calendar").Ends(0).Out.ShouldStartWith("BEGIN:VCALENDAR\r\n");
    }

    [Theory]
    [InlineData("write it like 2026-03-31", "record", "DEPLOY_TOKEN", "--at", "soon")]
    [InlineData("lies in the future", "record", "DEPLOY_TOKEN", "--at", "2999-01-01")]
    [InlineData("Did you mean DEPLOY_TOKEN?", "record", "DEPLOI_TOKEN")]
    [InlineData("write it like 90d", "plan", "--max-lifetime", "0")]
    [InlineData("--from: '1.3.2027'", "plan", "--max-lifetime", "9d", "--from", "1.3.2027")]
    [InlineData("give one of --workflow and --action", "campaign", "start", "--since", "2026-01-01")]
    [InlineData("a time that is past", "campaign", "start", "--since", "2999-01-01", "--workflow", "ci.yml")]
    [InlineData("no job of this repository has to do with workflow none.yml", "campaign", "start", "--since", "2026-01-01", "--workflow", "none.yml")]
    [InlineData("there is no campaign 'x'", "campaign", "status", "x")]
    public void Bad_input_is_one_line(string because, params string[] arguments)
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, ["rotation", .. arguments]).Refuses(because);
        shop.Text(Shop.Registry).ShouldBe(Shop.Declared);
    }

    [Fact]
    public void What_cannot_be_read_is_said()
    {
        using var shop = Shop.Clean().With(".warder/campaigns/broken.json", "{");
        WarderProcess.Run(shop.Root, "rotation", "campaign", "status").Refuses(".warder/campaigns/broken.json is no campaign: ");
        using var none = Shop.Unregistered();
        WarderProcess.Run(none.Root, "rotation", "status").Refuses("There is no registry");
    }
}
