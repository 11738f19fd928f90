using System.Text.Json;
using System.Text.RegularExpressions;
using Warder.Testing;

namespace Warder.Cli.Tests;

public sealed class HistoryTests
{
    private const string Log = "logs/token-audit/audit-log.jsonl";
    private const string Identity = "git config user.email t@example.com && git config user.name T && git config commit.gpgsign false";

    [Fact]
    public void A_recorded_audit_can_be_listed_shown_and_compared()
    {
        using var shop = Committed();
        WarderProcess.Run(shop.Root, "audit", "--record", "-q").Ends(0);
        shop.With(".github/workflows/other.yml", Shop.Good.Replace("DEPLOY_TOKEN", "OTHER_TOKEN", StringComparison.Ordinal));
        WarderProcess.Run(shop.Root, "audit", "--record", "-q").Ends(1);
        WarderProcess.Run(shop.Root, "audit", "-q").Ends(1);
        var list = Json(shop, "history", "list").GetProperty("runs");
        list.GetArrayLength().ShouldBe(2);
        list[0].GetProperty("counts").GetProperty("error").GetInt32().ShouldBe(1);
        list[1].GetProperty("counts").GetProperty("error").GetInt32().ShouldBe(0);
        list[0].GetProperty("commit").GetString()!.Length.ShouldBe(40);
        var shown = Json(shop, "history", "show", "latest");
        shown.GetProperty("events").EnumerateArray().Select(e => $"{e.GetProperty("event")} {e.GetProperty("rule")}").ShouldContain("new unregistered-token");
        shown.GetProperty("findings").EnumerateArray().ShouldContain(f => f.GetProperty("rule").GetString() == "unregistered-token" && f.GetProperty("due").GetString() != null);
        shown.GetProperty("uses").GetArrayLength().ShouldBe(2);
        var diff = Json(shop, "history", "diff", "latest~1");
        diff.GetProperty("come").GetArrayLength().ShouldBe(shown.GetProperty("findings").GetArrayLength() - Json(shop, "history", "show", "latest~1").GetProperty("findings").GetArrayLength());
        diff.GetProperty("uses_come")[0].GetProperty("token").GetString().ShouldBe("OTHER_TOKEN");
        Json(shop, "history", "trend", "--by", "day").GetProperty("periods").GetArrayLength().ShouldBeInRange(1, 2);
        WarderProcess.Run(shop.Root, "history", "show").Ends(0).Out.ShouldContain("Changed: ");
        WarderProcess.Run(shop.Root, "history", "diff", "1", "2").Ends(0).Out.ShouldContain("+ OTHER_TOKEN in .github/workflows/other.yml");
        WarderProcess.Run(shop.Root, "history", "list").Ends(0).Out.ShouldContain("audit");
        WarderProcess.Run(shop.Root, "history", "trend").Ends(0).Out.ShouldContain("in time");
        WarderProcess.Shell(shop.Root, "git status --porcelain --ignored=no .warder").Ends(0).Out.ShouldBe("");
        WarderProcess.Run(shop.Root, "history", "show", "77").Refuses("has no run '77'");
    }

    [Fact]
    public void Validate_records_where_there_is_a_history()
    {
        using var shop = Committed();
        WarderProcess.Run(shop.Root, "validate", "--no-logs", "-q");
        File.Exists(shop[".warder/history.db"]).ShouldBeFalse();
        WarderProcess.Run(shop.Root, "validate", "--record", "-q");
        WarderProcess.Run(shop.Root, "validate", "-q");
        WarderProcess.Run(shop.Root, "validate", "--no-record", "-q");
        var runs = Json(shop, "history", "list").GetProperty("runs");
        runs.EnumerateArray().Select(r => r.GetProperty("origin").GetString()).ShouldBe(["validate", "validate"]);
    }

    [Fact]
    public void What_cannot_be_recorded_is_refused()
    {
        using var shop = Committed();
        WarderProcess.Run(shop.Root, "audit", "--record", "--rule", "prohibited-token").Refuses("leave --rule out");
        WarderProcess.Run(shop.Root, "audit", "--record", "--no-baseline").Refuses("leave --no-baseline out");
        WarderProcess.Run(shop.Root, "audit", "--database", "x.db").Refuses("--database needs --record");
        WarderProcess.Run(shop.Root, "audit", "-q", "--record", Shop.Workflow).Ends(2).Error.ShouldContain("only whole repositories are recorded");
        WarderProcess.Run(shop.Root, "history", "list").Refuses("there is no history yet");
        WarderProcess.Run(shop.Root, "logs", "verify").Refuses("there is no log");
        shop.With(".warder.yml", "history: {connection: WARDER_TEST_HISTORY}\n");
        WarderProcess.Run(shop.Root, "history", "list").Refuses("environment variable WARDER_TEST_HISTORY says, and it is not set");
        var place = new Dictionary<string, string> { ["WARDER_TEST_HISTORY"] = Path.Combine(shop.Base, "kept.db") };
        WarderProcess.Run(shop.Root, input: null, place, "audit", "-q", "--record").Ends(0);
        File.Exists(Path.Combine(shop.Base, "kept.db")).ShouldBeTrue();
        shop.With(".warder.yml", "history: {connection: \"Host=db;Password=x\"}\n");
        WarderProcess.Run(shop.Root, "history", "list").Ends(2).Error.ShouldContain("must be the name of an environment variable");
    }

    [Fact]
    public void A_link_does_not_lead_the_history_out_of_the_repository()
    {
        using var shop = Committed();
        Directory.CreateDirectory(Path.Combine(shop.Base, "elsewhere"));
        shop.WithLink(".warder", Path.Combine(shop.Base, "elsewhere"));
        WarderProcess.Run(shop.Root, "audit", "-q", "--record").Ends(2).Error.ShouldContain("leads through the link .warder");
        Directory.EnumerateFileSystemEntries(Path.Combine(shop.Base, "elsewhere")).ShouldBeEmpty();
    }

    [Fact]
    public void The_past_is_read_from_git_commit_by_commit()
    {
        using var shop = Committed();
        var other = Shop.Good.Replace("DEPLOY_TOKEN", "OTHER_TOKEN", StringComparison.Ordinal);
        shop.With(".github/workflows/other.yml", other);
        Commit(shop, "2026-02-01T00:00:00Z");
        shop.With("README.md", "words\n");
        Commit(shop, "2026-02-02T00:00:00Z");
        WarderProcess.Shell(shop.Root, "git mv .github/workflows/other.yml .github/workflows/moved.yml").Ends(0);
        Commit(shop, "2026-02-03T00:00:00Z");
        WarderProcess.Shell(shop.Root, "git rm -q .github/workflows/moved.yml").Ends(0);
        Commit(shop, "2026-02-04T00:00:00Z");
        WarderProcess.Run(shop.Root, "history", "backfill").Ends(0).Out.ShouldContain("5 commits recorded, 0 known already");
        WarderProcess.Run(shop.Root, "history", "backfill").Ends(0).Out.ShouldContain("0 commits recorded, 5 known already; 0 contents read");
        var runs = Json(shop, "history", "list").GetProperty("runs").EnumerateArray().Reverse().ToList();
        runs.Select(r => r.GetProperty("counts").GetProperty("error").GetInt32()).ShouldBe([0, 1, 1, 1, 0]);
        runs.Select(r => r.GetProperty("counts").GetProperty("uses").GetInt32()).ShouldBe([1, 2, 2, 2, 1]);
        runs.Select(r => r.GetProperty("origin").GetString()).Distinct().ShouldBe(["backfill"]);
        EventsOf(shop, runs[1]).ShouldContain("new unregistered-token");
        EventsOf(shop, runs[2]).ShouldBeEmpty();
        EventsOf(shop, runs[3]).ShouldContain("moved unregistered-token");
        EventsOf(shop, runs[3]).ShouldNotContain(e => e.StartsWith("new ", StringComparison.Ordinal));
        EventsOf(shop, runs[4]).ShouldContain("fixed unregistered-token");
        shop.With("notes.md", "x\n");
        Commit(shop, "2026-02-05T00:00:00Z");
        WarderProcess.Run(shop.Root, "history", "backfill").Ends(0).Out.ShouldContain("1 commit recorded, 5 known already");
        WarderProcess.Run(shop.Root, "history", "backfill", "--all").Ends(0).Out.ShouldContain("6 commits recorded");
        WarderProcess.Run(shop.Root, "logs", "verify").Ends(0);
        WarderProcess.Shell(shop.Root, "git reset -q --hard HEAD~2 && git commit -q --allow-empty -m other").Ends(0);
        WarderProcess.Run(shop.Root, "history", "backfill").Refuses("was rewritten since");
        WarderProcess.Run(shop.Root, "history", "backfill", "--again").Ends(0).Out.ShouldContain("5 commits recorded, 0 known");

        // What a commit held then is what an audit says of it today, days apart.
        WarderProcess.Run(shop.Root, "audit", "--record", "-q");
        var diff = Json(shop, "history", "diff", "latest~1");
        diff.GetProperty("come").GetArrayLength().ShouldBe(0);
        diff.GetProperty("uses_come").GetArrayLength().ShouldBe(0);
        diff.GetProperty("uses_gone").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void A_shallow_clone_and_a_folder_without_commits_are_said()
    {
        using var shop = Committed();
        shop.With("README.md", "words\n");
        Commit(shop, "2026-02-02T00:00:00Z");
        WarderProcess.Shell(shop.Base, $"git clone -q --depth 1 'file://{shop.Root}' shallow").Ends(0);
        WarderProcess.Run(Path.Combine(shop.Base, "shallow"), "history", "backfill").Ends(0).Error.ShouldContain("this clone is shallow");
        using var empty = Shop.Clean();
        WarderProcess.Run(empty.Root, "history", "backfill").Refuses("has no commits");
        WarderProcess.Shell(empty.Root, "git init -q .").Ends(0);
        WarderProcess.Run(empty.Root, "history", "backfill").Refuses("has no commits");
    }

    [Fact]
    public void Reports_of_before_are_taken_over_once_and_in_order()
    {
        using var shop = Committed();
        WarderProcess.Run(shop.Root, "audit", "-q", "--json-output", "old.json").Ends(0);
        shop.With(".github/workflows/other.yml", Shop.Good.Replace("DEPLOY_TOKEN", "OTHER_TOKEN", StringComparison.Ordinal));
        WarderProcess.Run(shop.Root, "audit", "-q", "--json-output", "new.json").Ends(1);
        shop.With("early.json", Regex.Replace(shop.Text("old.json"), "\"date\": \"[0-9-]+\"", "\"date\": \"2026-01-31\""));
        WarderProcess.Run(shop.Root, "history", "import", "new.json", "early.json").Ends(0).Out.ShouldBe("2 reports taken over, 0 known already\n");
        WarderProcess.Run(shop.Root, "history", "import", "new.json").Ends(0).Out.ShouldBe("0 reports taken over, 1 known already\n");
        WarderProcess.Run(shop.Root, "history", "import", "old.json", "--at", "2026-01-01").Refuses("can only be told forwards");
        WarderProcess.Run(shop.Root, "history", "import", Shop.Registry).Refuses("this is no JSON report");
        Json(shop, "history", "show").GetProperty("events").EnumerateArray().ShouldContain(e => e.GetProperty("rule").GetString() == "unregistered-token");
    }

    [Fact]
    public void A_log_that_was_touched_is_found_and_not_covered()
    {
        using var shop = Committed();
        WarderProcess.Run(shop.Root, "audit", "--record", "-q").Ends(0);
        WarderProcess.Run(shop.Root, "audit", "--record", "-q").Ends(0);
        var hash = Json(shop, "logs", "verify").GetProperty("log").GetProperty("hash").GetString()!;
        WarderProcess.Run(shop.Root, "logs", "verify", "--hash", hash).Ends(0);
        var text = shop.Text(Log);
        shop.With(Log, text.Replace("\"critical\":0", "\"critical\":1", StringComparison.Ordinal));
        WarderProcess.Run(shop.Root, "logs", "verify").Ends(1).Out.ShouldStartWith($"{Log}:1: the line is not as it was written");
        shop.With(Log, text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)]);
        WarderProcess.Run(shop.Root, "logs", "verify").Ends(1).Out.ShouldContain("lines 2 to 2 are missing at the end");
        WarderProcess.Run(shop.Root, "audit", "--record", "-q").Ends(2).Error.ShouldContain("does not end as Warder left it");

        // The run is kept and waits for the log.
        shop.With(Log, text);
        WarderProcess.Run(shop.Root, "audit", "--record", "-q").Ends(0);
        Json(shop, "logs", "verify").GetProperty("log").GetProperty("lines").GetInt32().ShouldBe(4);
        WarderProcess.Run(shop.Root, "logs", "archive", "--before", "2100-01-01").Ends(0).Out.ShouldContain("4 lines moved");
        WarderProcess.Run(shop.Root, "logs", "prune", "--before", "2100-01-01").Ends(0).Out.ShouldContain("would delete");
        WarderProcess.Run(shop.Root, "logs", "prune", "--before", "2100-01-01", "--yes").Ends(0).Out.ShouldContain("deleted");
        Json(shop, "logs", "verify").GetProperty("log").GetProperty("verdict").GetString().ShouldBe("whole");
        WarderProcess.Run(shop.Root, "logs", "archive", "--before", "soon").Refuses("is no time");
    }

    [Fact]
    public void Records_at_once_and_killed_ones_lose_no_run_and_leave_a_whole_log()
    {
        using var shop = Committed();
        const string Script = """
            "${program[@]}" audit --record -q >/dev/null 2>&1
            for i in 1 2 3 4; do "${program[@]}" audit --record -q >/dev/null 2>errors.$i & pids+=($!); done
            for delay in 0.05 0.1 0.2 0.4; do "${program[@]}" audit --record -q >/dev/null 2>&1 & victim=$!; sleep $delay; kill -9 $victim 2>/dev/null; done
            failed=0; for pid in "${pids[@]}"; do wait $pid || failed=$((failed + 1)); done; wait
            "${program[@]}" audit --record -q >/dev/null || exit 9
            cat errors.*; exit $failed
            """;
        WarderProcess.Shell(shop.Root, Script).Ends(0);
        var runs = Json(shop, "history", "list", "--limit", "0").GetProperty("runs");
        runs.GetArrayLength().ShouldBeInRange(6, 10);
        var log = Json(shop, "logs", "verify").GetProperty("log");
        log.GetProperty("verdict").GetString().ShouldBe("whole");

        // Every run that is in the database is told once.
        var lines = File.ReadAllLines(shop[Log]);
        lines.Length.ShouldBe(runs.GetArrayLength());
        foreach (var run in runs.EnumerateArray())
        {
            lines.Count(l => l.Contains(run.GetProperty("key").GetString()!, StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    private static TempFolder Committed()
    {
        var shop = Shop.Clean();
        WarderProcess.Shell(shop.Root, $"git init -q -b main . && {Identity} && echo /logs/ > .gitignore").Ends(0);
        Commit(shop, "2026-01-31T23:59:59Z");
        return shop;
    }

    private static void Commit(TempFolder shop, string time) =>
        WarderProcess.Shell(shop.Root, $"git add -A && GIT_COMMITTER_DATE={time} GIT_AUTHOR_DATE={time} git commit -q -m change").Ends(0);

    private static IReadOnlyList<string> EventsOf(TempFolder shop, JsonElement run) =>
        [.. Json(shop, "history", "show", run.GetProperty("commit").GetString()!).GetProperty("events").EnumerateArray().Select(e => $"{e.GetProperty("event")} {e.GetProperty("rule")}")];

    private static JsonElement Json(TempFolder shop, params string[] arguments)
    {
        var ran = WarderProcess.Run(shop.Root, [.. arguments, "--format", "json"]);
        ran.Error.ShouldBe("", ran.What);
        SchemaCheck.Problems(PotatoTests.Schema("history"), ran.Out).ShouldBeEmpty(ran.What);
        using var document = JsonDocument.Parse(ran.Out);
        return document.RootElement.Clone();
    }
}
