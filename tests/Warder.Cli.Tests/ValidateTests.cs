using System.Text.Json;
using Warder.Testing;

namespace Warder.Cli.Tests;

public sealed class ValidateTests
{
    private const string Report = "logs/token-audit/enforcement-validation-report.md";
    private const string Json = "logs/token-audit/enforcement-validation-audit.json";
    private const string Log = "logs/token-audit/enforcement-validation-audit.log";

    [Fact]
    public void A_repository_in_order_is_compliant_and_leaves_four_files()
    {
        using var shop = Ready();
        var ran = WarderProcess.Run(shop.Root, "validate").Ends(0);
        ran.Out.ShouldEndWith("compliant: 0 violations and 0 warnings\n");
        ran.Error.ShouldBe($"Report: {Report}\n");
        var written = shop.Files().Where(f => f.StartsWith("logs/", StringComparison.Ordinal)).ToList();
        written.Count.ShouldBe(4);
        written.ShouldContain(Report);
        written.ShouldContain(Json);
        written.ShouldContain(Log);
        written.ShouldContain(f => System.Text.RegularExpressions.Regex.IsMatch(f, "^logs/token_policy_enforcement_[0-9]{8}_[0-9]{6}\\.log$"));
        shop.Text(Report).ShouldContain("**COMPLIANT**");
        SchemaCheck.Problems(PotatoTests.Schema("validation"), shop.Text(Json)).ShouldBeEmpty();
    }

    [Fact]
    public void Violations_end_with_1_warnings_only_when_strict_and_a_report_alone_with_0()
    {
        using var shop = Ready();
        shop.With("notes.log", "x\n");
        WarderProcess.Run(shop.Root, "validate", "--no-logs").Ends(0).Out.ShouldContain("root-artifact");
        WarderProcess.Run(shop.Root, "validate", "--no-logs", "--strict").Ends(1);
        WarderProcess.Run(shop.Root, "validate", "--no-logs", "--strict", "--report-only").Ends(0).Out.ShouldContain("non-compliant");
        shop.With(".github/workflows/other.yml", Shop.Good.Replace("DEPLOY_TOKEN", "OTHER_TOKEN", StringComparison.Ordinal));
        WarderProcess.Run(shop.Root, "validate", "--no-logs").Ends(1);
        WarderProcess.Run(shop.Root, "validate", "--no-logs", "--section", "agents").Ends(0);
        shop.Files().ShouldNotContain(f => f.StartsWith("logs/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_virtual_environment_is_asked_for_where_the_section_is_named()
    {
        using var shop = Ready();
        shop.With("pyproject.toml", "[project]\n");
        WarderProcess.Run(shop.Root, "validate", "--no-logs", "--strict").Ends(0).Out.ShouldContain(".venv is missing; the policy does not ask for it");
        WarderProcess.Run(shop.Root, "validate", "--no-logs", "--strict", "--section", "environment").Ends(1).Out.ShouldContain("virtual-environment-missing");
    }

    [Fact]
    public void What_cannot_be_seen_ends_with_2_and_the_report_says_so()
    {
        using var shop = Ready();
        shop.With(".warder.yml", "rules: [\n");
        WarderProcess.Run(shop.Root, "validate").Ends(2);
        shop.Text(Report).ShouldContain("**INCOMPLETE**");
        using var none = new TempFolder();
        WarderProcess.Run(none.Root, "validate", "nowhere").Ends(2).Error.ShouldBe("warder: nowhere: There is no such folder.\n");
    }

    [Fact]
    public void Response_times_are_the_policys()
    {
        using var shop = Ready();
        shop.With(".warder.yml", "response-times: {critical: 30 hours, major: 2w}\n").With(".github/workflows/other.yml", Shop.Good.Replace("DEPLOY_TOKEN", "OTHER_TOKEN", StringComparison.Ordinal));
        WarderProcess.Run(shop.Root, "validate", "--no-logs").Ends(1).Out.ShouldContain("to answer within 2 weeks");
        shop.With(".warder.yml", "response-times: {critical: soon}\n");
        WarderProcess.Run(shop.Root, "validate", "--no-logs").Ends(2).Out.ShouldContain(".warder.yml:1:28: `response-times.critical` must be a time. Write it like `24h`");
    }

    [Fact]
    public void On_a_runner_the_step_gets_a_summary()
    {
        using var shop = Ready();
        var summary = Path.Combine(shop.Base, "summary.md");
        File.WriteAllText(summary, "before\n");
        var runner = new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = summary };
        WarderProcess.Run(shop.Root, input: null, runner, "validate", "--no-logs").Ends(0);
        File.ReadAllText(summary).ShouldStartWith("before\n# Token policy enforcement report\n");
    }

    [Fact]
    public void Logs_that_cannot_be_written_are_said_and_earlier_reports_stay()
    {
        using var shop = Ready();
        shop.With("logs", "a file\n");
        WarderProcess.Run(shop.Root, "validate").Ends(2).Error.ShouldBe("warder: logs/token-audit cannot be written: logs is a file, and a folder is needed there.\n");
        shop.Text("logs").ShouldBe("a file\n");

        // A folder in the place of one of the files: none of the others may be changed.
        File.Delete(shop["logs"]);
        shop.With(Report, "earlier\n").With(Json + "/kept", "x");
        WarderProcess.Run(shop.Root, "validate").Ends(2).Error.ShouldContain("cannot be written");
        shop.Text(Report).ShouldBe("earlier\n");
        shop.Files().ShouldNotContain(f => f.EndsWith(".unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public void A_full_disk_leaves_the_earlier_reports_whole()
    {
        using var shop = Ready();
        Directory.CreateDirectory(shop["logs"]);
        var mounted = WarderProcess.Shell(shop.Root, "mount -t tmpfs -o size=64k tmpfs logs");
        Assert.SkipUnless(mounted.Status == 0, "A small file system cannot be mounted here.");
        try
        {
            WarderProcess.Run(shop.Root, "validate").Ends(0);
            var earlier = shop.Text(Report);
            WarderProcess.Shell(shop.Root, "head -c 1000000 /dev/zero > logs/filler; true");
            WarderProcess.Run(shop.Root, "validate").Ends(2).Error.ShouldContain("cannot be written: No space left on device");
            shop.Text(Report).ShouldBe(earlier);
            shop.Files().ShouldNotContain(f => f.EndsWith(".unfinished", StringComparison.Ordinal));
            WarderProcess.Shell(shop.Root, "mount -o remount,ro logs").Ends(0);
            WarderProcess.Run(shop.Root, "validate").Ends(2).Error.ShouldContain("cannot be written: Read-only file system");
        }
        finally
        {
            WarderProcess.Shell(shop.Root, "umount logs");
        }
    }

    [Fact]
    public void Validations_at_once_and_killed_ones_leave_whole_files_only()
    {
        using var shop = Ready();
        shop.With(Json + ".unfinished", "left by a killed run");
        const string Script = """
            for i in 1 2 3 4 5 6; do "${program[@]}" validate >/dev/null 2>&1 & done
            "${program[@]}" validate >/dev/null 2>&1 & victim=$!; sleep 0.02; kill -9 $victim
            "${program[@]}" validate >/dev/null 2>&1 & victim=$!; sleep 0.02; kill -TERM $victim
            wait
            "${program[@]}" validate >/dev/null
            """;
        WarderProcess.Shell(shop.Root, Script).Ends(0);
        shop.Files().ShouldNotContain(f => f.EndsWith(".unfinished", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(shop.Text(Json));
        json.RootElement.GetProperty("validation").GetProperty("verdict").GetString().ShouldBe("compliant");
        shop.Text(Report).ShouldContain("## Next steps");
    }

    /// <summary>A git repository that the whole policy is content with.</summary>
    private static TempFolder Ready()
    {
        var shop = Shop.Clean();
        WarderProcess.Shell(shop.Root, "git init -q . && echo /logs/ > .gitignore").Ends(0);
        WarderProcess.Run(shop.Root, "potato", "fix").Ends(0);
        return shop;
    }
}
