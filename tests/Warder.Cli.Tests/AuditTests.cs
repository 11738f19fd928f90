using System.Text;
using System.Text.Json;

namespace Warder.Cli.Tests;

public sealed class AuditTests
{
    [Fact]
    public void A_clean_repository_ends_with_0()
    {
        using var shop = Shop.Clean();
        var ran = WarderProcess.Run(shop.Root, "audit").Ends(0);
        ran.Error.ShouldBe("");
        ran.Out.ShouldContain("1 workflow");
    }

    [Fact]
    public void A_finding_of_severity_error_ends_with_1_and_names_its_place()
    {
        using var shop = Shop.Broken();
        var ran = WarderProcess.Run(shop.Root, "audit").Ends(1);
        ran.Out.ShouldContain("broken.yml");
        ran.Out.ShouldContain("invalid-workflow");
        ran.Error.ShouldBe("");
    }

    [Theory]
    [InlineData("critical", 0)]
    [InlineData("error", 1)]
    [InlineData("warning", 1)]
    [InlineData("info", 1)]
    [InlineData("never", 0)]
    public void Fail_on_sets_the_severity_that_ends_with_1(string severity, int status)
    {
        using var shop = Shop.Broken();
        WarderProcess.Run(shop.Root, "audit", "--fail-on", severity).Ends(status);
    }

    [Fact]
    public void Every_format_tells_the_same_finding()
    {
        using var shop = Shop.Broken();
        foreach (var format in new[] { "console", "json", "sarif", "github", "markdown", "junit" })
        {
            var ran = WarderProcess.Run(shop.Root, "audit", "--format", format).Ends(1);
            ran.Out.ShouldContain("invalid-workflow", Case.Sensitive, format);
            ran.Out.ShouldContain("broken.yml", Case.Sensitive, format);
            ran.Error.ShouldBe("", format);
        }
    }

    [Fact]
    public void Json_and_sarif_parse()
    {
        using var shop = Shop.Broken();
        using var json = JsonDocument.Parse(WarderProcess.Run(shop.Root, "audit", "-f", "json").Out);
        using var sarif = JsonDocument.Parse(WarderProcess.Run(shop.Root, "audit", "-f", "sarif").Out);
        sarif.RootElement.GetProperty("version").GetString().ShouldBe("2.1.0");
        json.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public void Json_output_is_the_same_json_in_a_file_besides_the_chosen_format()
    {
        using var shop = Shop.Broken();
        var ran = WarderProcess.Run(shop.Root, "audit", "--json-output", "new/folder/audit.json").Ends(1);
        ran.Out.ShouldContain("invalid-workflow");
        shop.Text("new/folder/audit.json").ShouldBe(WarderProcess.Run(shop.Root, "audit", "--format", "json").Out);
        shop.Files().ShouldNotContain(f => f.EndsWith(".tmp"));
    }

    [Fact]
    public void Json_output_that_cannot_be_written_ends_with_2_and_leaves_nothing()
    {
        using var shop = Shop.Clean().With("taken/keep.txt", "");
        var before = shop.Files();
        foreach (var target in new[] { "taken", Shop.Workflow + "/audit.json" })
        {
            WarderProcess.Run(shop.Root, "audit", "--quiet", "--json-output", target).Ends(2).Error.ShouldContain($"warder: {target} cannot be written");
        }

        shop.Files().ShouldBe(before);
        shop.Text(Shop.Workflow).ShouldBe(Shop.Good);
    }

    [Fact]
    public void Json_output_keeps_a_device_and_a_link_what_they_are()
    {
        using var shop = Shop.Clean().With("real.json", "old").WithLink("link.json", "real.json");
        WarderProcess.Run(shop.Root, "audit", "--json-output", "/dev/null").Ends(0);
        File.GetAttributes("/dev/null").ShouldNotBe(FileAttributes.Directory);
        new FileInfo("/dev/null").Length.ShouldBe(0);
        WarderProcess.Run(shop.Root, "audit", "--json-output", "link.json").Ends(0);
        new FileInfo(shop["link.json"]).LinkTarget.ShouldBe("real.json");
        shop.Text("real.json").ShouldStartWith("{");
    }

    [Fact]
    public void Log_appends_one_line_for_each_finding_and_one_for_the_audit()
    {
        using var shop = Shop.Broken();
        WarderProcess.Run(shop.Root, "audit", "--log").Ends(1);
        WarderProcess.Run(shop.Root, "audit", "--log").Ends(1);
        var lines = shop.Text("logs/token-audit/audit.log").TrimEnd('\n').Split('\n');
        lines.Count(l => l.Contains(" audit repository=shop ")).ShouldBe(2);
        lines.Count(l => l.Contains(" error invalid-workflow .github/workflows/broken.yml:")).ShouldBe(2);
    }

    [Fact]
    public void Log_is_not_written_through_a_link_of_the_repository()
    {
        using var shop = Shop.Clean();
        Directory.CreateDirectory(Path.Combine(shop.Base, "outside"));
        shop.WithLink("logs", "../outside");
        WarderProcess.Run(shop.Root, "audit", "--log", "--quiet").Ends(2).Error.ShouldContain("leads through the link logs");
        Directory.EnumerateFileSystemEntries(Path.Combine(shop.Base, "outside")).ShouldBeEmpty();
    }

    [Fact]
    public void Rule_runs_only_the_rules_it_names()
    {
        using var shop = Shop.Broken();
        WarderProcess.Run(shop.Root, "audit", "--rule", "token-expired").Ends(0);
        WarderProcess.Run(shop.Root, "audit", "--rule", "token-expired", "--rule", "invalid-workflow").Ends(1);
    }

    [Fact]
    public void A_rule_that_does_not_exist_is_met_with_a_suggestion()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "audit", "--rule", "invalid-workflows").Refuses("there is no rule invalid-workflows; did you mean invalid-workflow?");
    }

    [Fact]
    public void Persona_and_confidence_choose_what_is_shown()
    {
        using var shop = Shop.Broken();
        WarderProcess.Run(shop.Root, "audit", "--persona", "auditor", "--min-confidence", "high").Ends(1);
        WarderProcess.Run(shop.Root, "audit", "--persona", "boss").Refuses("boss");
        WarderProcess.Run(shop.Root, "audit", "--min-confidence", "utter").Refuses("utter");
    }

    [Fact]
    public void Quiet_says_less_and_verbose_says_no_less()
    {
        using var shop = Shop.Broken();
        var usual = WarderProcess.Run(shop.Root, "audit").Ends(1).Out;
        WarderProcess.Run(shop.Root, "audit", "--quiet").Ends(1).Out.Length.ShouldBeLessThan(usual.Length / 2);
        WarderProcess.Run(shop.Root, "audit", "--verbose").Ends(1).Out.Length.ShouldBeGreaterThanOrEqualTo(usual.Length);
    }

    [Fact]
    public void A_dash_reads_a_workflow_from_standard_input()
    {
        using var shop = new TempFolder();
        var ran = WarderProcess.Run(shop.Root, Encoding.UTF8.GetBytes(Shop.Rejected), null, "audit", "-").Ends(1);
        ran.Out.ShouldContain("stdin.yml");
        ran.Out.ShouldNotContain("registry-missing");
    }

    [Fact]
    public void A_file_outside_a_repository_is_taken_for_a_workflow()
    {
        using var shop = new TempFolder().With("some.yml", Shop.Rejected);
        var ran = WarderProcess.Run(shop.Root, "audit", "some.yml").Ends(1);
        ran.Out.ShouldContain("some.yml");
        ran.Out.ShouldNotContain("registry-missing");
    }

    [Fact]
    public void A_pipe_that_the_user_names_is_read()
    {
        using var shop = new TempFolder();
        WarderProcess.Shell(shop.Root, $"warder audit <(printf 'on: push\\njobs: 3\\n')").Ends(1).Out.ShouldContain("invalid-workflow");
    }

    [Fact]
    public void A_named_file_in_which_there_is_nothing_to_look_for_is_said()
    {
        using var shop = Shop.Clean().With("picture.svg", "<svg/>");
        WarderProcess.Run(shop.Root, "audit", "picture.svg").Ends(2).Out.ShouldContain("Warder looks for nothing in files of this kind");
    }

    [Fact]
    public void A_folder_of_repositories_is_audited_one_by_one()
    {
        using var all = new TempFolder("all")
            .With($"one/{Shop.Workflow}", Shop.Good)
            .With($"two/{Shop.Workflow}", Shop.Rejected)
            .With("no-repository/readme.txt", "");
        var ran = WarderProcess.Run(all.Root, "audit", ".").Ends(1);
        ran.Out.ShouldContain("one");
        ran.Out.ShouldContain("two");
        ran.Out.ShouldNotContain("no-repository");
    }

    [Fact]
    public void A_sub_folder_is_audited_alone_and_rules_on_the_whole_stay_silent()
    {
        using var shop = Shop.Unregistered().With(".github/workflows/broken.yml", Shop.Rejected).With("tools/action.yml", "name: x\n");
        var ran = WarderProcess.Run(shop["tools"], "audit", "../.github").Ends(1);
        ran.Out.ShouldContain("broken.yml");
        ran.Out.ShouldNotContain("action.yml");
        ran.Out.ShouldNotContain("registry-missing");
    }

    [Fact]
    public void Several_paths_are_audited_each_once()
    {
        using var shop = Shop.Broken();
        var ran = WarderProcess.Run(shop.Root, "audit", "-f", "json", Shop.Workflow, ".github/workflows/broken.yml", ".github/workflows").Ends(1);
        ran.Out.Split("\"invalid-workflow\"").Length.ShouldBe(WarderProcess.Run(shop.Root, "audit", "-f", "json").Out.Split("\"invalid-workflow\"").Length);
    }

    [Fact]
    public void The_same_audit_says_the_same_twice()
    {
        using var shop = Shop.Broken();
        for (var i = 0; i < 40; i++)
        {
            shop.With($".github/workflows/w{i}.yml", i % 2 == 0 ? Shop.Rejected : Shop.Good);
        }

        var first = WarderProcess.Run(shop.Root, "audit", "--format", "json", "--persona", "auditor").Out;
        WarderProcess.Run(shop.Root, "audit", "--format", "json", "--persona", "auditor").Out.ShouldBe(first);
    }

    [Theory]
    [InlineData("with space.yml")]
    [InlineData("übergröße-日本.yml")]
    [InlineData("new\nline.yml")]
    [InlineData("@at.yml")]
    [InlineData("escape\u001b[31m.yml")]
    public void Odd_names_of_files_are_told_without_harm(string name)
    {
        using var shop = Shop.Clean().With($".github/workflows/{name}", Shop.Rejected);
        foreach (var format in new[] { "console", "json", "sarif", "github", "markdown", "junit" })
        {
            WarderProcess.Run(shop.Root, "audit", "-f", format).Ends(1).Out.ShouldNotContain("\u001b", Case.Sensitive, format);
        }

        WarderProcess.Run(shop[".github/workflows"], "audit", name).Ends(1);
    }

    [Fact]
    public void A_closed_pipe_does_no_harm()
    {
        using var shop = Shop.Clean();
        for (var i = 0; i < 200; i++)
        {
            shop.With($".github/workflows/w{i}.yml", Shop.Rejected);
        }

        var ran = WarderProcess.Shell(shop.Root, "warder audit | head -n 1; echo ${PIPESTATUS[0]}").Ends(0);
        ran.Error.ShouldBe("");
        ran.Out.TrimEnd().Split('\n')[^1].ShouldBe("1");
    }

    [Fact]
    public void A_full_disk_is_said_in_one_line()
    {
        using var shop = Shop.Clean();
        WarderProcess.Shell(shop.Root, "warder audit > /dev/full").Refuses("the result cannot be written");
    }
}
