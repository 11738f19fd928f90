using System.Text.Json;
using Warder.Testing;

namespace Warder.Cli.Tests;

public sealed class AarTests
{
    private const string At = "2026-03-31";

    [Theory]
    [InlineData("governance", null, ".aar/2026/Q1/governance/governance-2026-03-31")]
    [InlineData("health", null, ".aar/2026/Q1/health/health-2026-03-31")]
    [InlineData("incident", "CI/CD: a leak", ".aar/2026/Q1/incidents/2026-03-31-ci-cd-a-leak")]
    [InlineData("sprint", "Sprint 9", ".aar/2026/Q1/sprints/2026-03-31-sprint-9")]
    [InlineData("automation", "../../Pin it", ".aar/2026/Q1/automation/2026-03-31-pin-it")]
    [InlineData("issue", "4", ".aar/2026/Q1/issues/issue-4")]
    [InlineData("pull-request", "7", ".aar/2026/Q1/pull-requests/pr-7-publish-it")]
    public void Each_kind_is_written_twice_over_and_named_in_the_index(string kind, string? what, string path)
    {
        using var shop = ActivityShop.Make();
        string[] arguments = ["aar", kind, .. what is null ? [] : (string[])[what], "--at", At];
        WarderProcess.Run(shop.Root, arguments).Ends(0).Out.ShouldBe(path + ".md\n");
        var (markdown, index) = (shop.Text(path + ".md"), shop.Text(".aar/index.md"));
        SchemaCheck.Problems(PotatoTests.Schema("aar"), shop.Text(path + ".json")).ShouldBeEmpty();
        markdown.ShouldStartWith($"<!-- warder:document aar-{kind} -->\n# ");
        index.ShouldContain($"({path[".aar/".Length..]}.md)");
        shop.Files().Where(f => f.StartsWith(".aar", StringComparison.Ordinal)).ShouldBe([path + ".json", path + ".md", ".aar/index.md"], ignoreOrder: true);

        var edited = markdown.Replace("<!-- warder:keep lessons -->\nNot written yet.", "<!-- warder:keep lessons -->\nWe learnt.", StringComparison.Ordinal);
        shop.With(path + ".md", edited);
        WarderProcess.Run(shop.Root, arguments).Ends(0);
        shop.Text(path + ".md").ShouldBe(edited);
        shop.Text(".aar/index.md").ShouldBe(index);
    }

    [Fact]
    public void A_pull_request_is_told_from_its_merge()
    {
        using var shop = ActivityShop.Make();
        var subject = Json(shop, ".aar/2026/Q1/pull-requests/pr-7-publish-it.json", "pull-request", "7", "--mode", "full").GetProperty("subject");
        subject.GetProperty("from_forge").GetBoolean().ShouldBeFalse();
        subject.GetProperty("title").GetString().ShouldBe("Publish it");
        subject.GetProperty("author").GetString().ShouldBe("Bert");
        subject.GetProperty("state").GetString().ShouldBe("merged");
        subject.GetProperty("commits").GetInt32().ShouldBe(3);
        subject.GetProperty("automation_files").EnumerateArray().Select(f => f.GetProperty("path").GetString()).ShouldBe([Shop.Workflow]);
        shop.Text(".aar/2026/Q1/pull-requests/pr-7-publish-it.md").ShouldContain("The forge did not tell (git's configuration names no repository on the platform); what stands here is what git knows.");

        var squashed = Json(shop, ".aar/2026/Q1/pull-requests/pr-8-squash-it.json", "pull-request", "8").GetProperty("subject");
        squashed.GetProperty("title").GetString().ShouldBe("Squash it");
        squashed.GetProperty("commits").GetInt32().ShouldBe(1);
        var issue = Json(shop, ".aar/2026/Q1/issues/issue-4.json", "issue", "4").GetProperty("subject");
        issue.GetProperty("commits").GetInt32().ShouldBe(2);
        issue.GetProperty("closing").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void The_forge_is_asked_where_it_answers_and_a_new_title_keeps_the_file()
    {
        using var shop = ActivityShop.Make();
        WarderProcess.Shell(shop.Root, "git remote add origin https://github.com/acme/shop.git").Ends(0);
        Gh(shop, """echo '{"number":7,"title":"First title","state":"MERGED","author":{"login":"bert"},"createdAt":"2026-01-05T00:00:00Z","mergedAt":"2026-01-07T12:00:00Z","labels":[{"name":"ci"}],"baseRefName":"main","files":[]}'""");
        var environment = Path(shop);
        WarderProcess.Run(shop.Root, input: null, environment, "aar", "pull-request", "7", "--at", At).Ends(0).Out.ShouldBe(".aar/2026/Q1/pull-requests/pr-7-first-title.md\n");
        var first = shop.Text(".aar/2026/Q1/pull-requests/pr-7-first-title.md");
        first.ShouldContain("What stands here is what the forge says.");
        first.ShouldContain("| Author | bert |");
        first.ShouldContain("| Open for | 2.5 days |");
        Gh(shop, """echo '{"number":7,"title":"Second title","state":"MERGED"}'; echo "$@" > "$(dirname "$0")/asked" """);
        WarderProcess.Run(shop.Root, input: null, environment, "aar", "pull-request", "7", "--at", "2026-07-01").Ends(0).Out.ShouldBe(".aar/2026/Q1/pull-requests/pr-7-first-title.md\n");
        shop.Text(".aar/2026/Q1/pull-requests/pr-7-first-title.md").ShouldContain("# Pull Request \\#7: Second title");
        File.ReadAllText(System.IO.Path.Combine(shop.Base, "asked")).ShouldStartWith("pr view 7 --repo acme/shop --json ");
    }

    [Theory]
    [InlineData("echo 'HTTP 404: not found' >&2; exit 1", "gh says: HTTP 404: not found")]
    [InlineData("echo '{'", "what gh answered could not be read")]
    [InlineData("echo '[]'", "what gh answered could not be read")]
    [InlineData("exec sleep 60", "gh gave no answer within 10 seconds")]
    public void A_forge_that_does_not_answer_is_said(string script, string because)
    {
        using var shop = ActivityShop.Make();
        WarderProcess.Shell(shop.Root, "git remote add origin https://github.com/acme/shop.git").Ends(0);
        Gh(shop, script);
        WarderProcess.Run(shop.Root, input: null, Path(shop), "aar", "issue", "4", "--at", At).Ends(0);
        shop.Text(".aar/2026/Q1/issues/issue-4.md").ShouldContain($"The forge did not tell ({because}); what stands here is what git knows.");
    }

    [Fact]
    public void An_incident_tells_the_reach_and_the_campaign()
    {
        using var shop = ActivityShop.Make();
        var ad_hoc = Json(shop, ".aar/2026/Q1/incidents/2026-03-31-leak.json", "incident", "Leak", "--since", "2026-03-01", "--workflow", "ci.yml").GetProperty("breach");
        ad_hoc.GetProperty("place").GetString().ShouldBe("workflow .github/workflows/ci.yml");
        ad_hoc.GetProperty("reached")[0].GetProperty("token").GetString().ShouldBe("DEPLOY_TOKEN");
        ad_hoc.GetProperty("open").GetInt32().ShouldBe(1);
        ad_hoc.GetProperty("campaign").ValueKind.ShouldBe(JsonValueKind.Null);
        WarderProcess.Run(shop.Root, "rotation", "campaign", "start", "--since", "2026-03-01", "--workflow", "ci.yml", "--id", "leak").Ends(1);
        WarderProcess.Run(shop.Root, "rotation", "record", "DEPLOY_TOKEN", "--evidence", "OPS-1").Ends(0);
        var started = Json(shop, ".aar/2026/Q1/incidents/2026-03-31-leak.json", "incident", "Leak", "--campaign", "leak").GetProperty("breach");
        started.GetProperty("campaign").GetString().ShouldBe("leak");
        started.GetProperty("open").GetInt32().ShouldBe(0);
        started.GetProperty("reached")[0].GetProperty("replaced").GetBoolean().ShouldBeTrue();
        shop.Text(".aar/2026/Q1/incidents/2026-03-31-leak.md").ShouldContain("DEPLOY\\_TOKEN is replaced (OPS-1).");
    }

    [Fact]
    public void The_history_tells_violations_over_time()
    {
        using var shop = ActivityShop.Make();
        WarderProcess.Run(shop.Root, "audit", "-q", "--record").Ends(0);
        shop.With(".github/workflows/other.yml", Shop.Good.Replace("DEPLOY_TOKEN", "OTHER_TOKEN", StringComparison.Ordinal));
        WarderProcess.Run(shop.Root, "audit", "-q", "--record").Ends(1);
        var path = WarderProcess.Run(shop.Root, "aar", "governance").Ends(0).Out.Trim();
        using var json = JsonDocument.Parse(shop.Text(path.Replace(".md", ".json", StringComparison.Ordinal)));
        var trend = json.RootElement.GetProperty("trend");
        trend.GetProperty("known").GetBoolean().ShouldBeTrue();
        trend.GetProperty("runs").GetInt32().ShouldBe(2);
        trend.GetProperty("of").GetString().ShouldBe("runs");
        trend.GetProperty("new").GetInt32().ShouldBeGreaterThan(0);
        Json(shop, ".aar/2026/Q1/governance/governance-2026-03-31.json", "governance").GetProperty("trend").GetProperty("runs").GetInt32().ShouldBe(0);
    }

    [Fact]
    public void Templates_of_the_repository_come_first_and_a_broken_one_is_named_with_its_place()
    {
        using var shop = ActivityShop.Make();
        shop.With(".aar/templates/health.md.liquid", "# {{ title }} of ours: {{ git.commits }}\n{% render 'aar/parts/git.md', git: git %}");
        shop.With(".aar/templates/parts/git.md.liquid", "our piece\n");
        WarderProcess.Run(shop.Root, "aar", "health", "--at", At).Ends(0);
        shop.Text(".aar/2026/Q1/health/health-2026-03-31.md").ShouldContain("of ours: 9\nour piece\n");
        shop.With(".aar/templates/health.md.liquid", "a\n{% if %}");
        WarderProcess.Run(shop.Root, "aar", "health", "--at", At).Refuses(".aar/templates/health.md.liquid:2:");
        shop.With(".aar/templates/health.md.liquid", "{{ git.comits }}");
        WarderProcess.Run(shop.Root, "aar", "health", "--at", At).Refuses(".aar/templates/health.md.liquid:1:8: There is no 'comits' here");
    }

    [Fact]
    public void The_newest_run_of_the_tests_is_told()
    {
        using var shop = ActivityShop.Make();
        Results(shop, "1", "2026-03-01T00:00:00+00:00", failed: 1);
        Results(shop, "2", "2026-03-31T23:00:00+00:00", failed: 0);
        Results(shop, "3", "2026-04-01T00:00:00+00:00", failed: 2);
        shop.With("logs/test-results/test_results_4/test-results.json", "{");
        var tests = Json(shop, ".aar/2026/Q1/health/health-2026-03-31.json", "health").GetProperty("tests");
        tests.GetProperty("session").GetString().ShouldBe("test_session_2");
        tests.GetProperty("failed").GetInt32().ShouldBe(0);
        tests.GetProperty("covered_percent").GetDouble().ShouldBe(75);
    }

    [Fact]
    public void The_verdict_is_that_of_a_validation_and_the_jobs_those_of_the_permissions()
    {
        using var shop = ActivityShop.Make();
        shop.With(".github/workflows/other.yml", Shop.Good.Replace("DEPLOY_TOKEN", "OTHER_TOKEN", StringComparison.Ordinal).Replace("permissions: {}", "permissions: write-all", StringComparison.Ordinal));
        var path = WarderProcess.Run(shop.Root, "aar", "health").Ends(0).Out.Trim();
        using var report = JsonDocument.Parse(shop.Text(path.Replace(".md", ".json", StringComparison.Ordinal)));
        using var validation = JsonDocument.Parse(WarderProcess.Run(shop.Root, "validate", "--format", "json", "--no-logs").Ends(1).Out);
        using var permissions = JsonDocument.Parse(WarderProcess.Run(shop.Root, "permissions", "--format", "json").Ends(0).Out);
        var (told, judged) = (report.RootElement.GetProperty("governance"), validation.RootElement.GetProperty("validation"));
        told.GetProperty("violations").GetInt32().ShouldBe(judged.GetProperty("violations").GetInt32());
        told.GetProperty("warnings").GetInt32().ShouldBe(judged.GetProperty("warnings").GetInt32());
        told.GetProperty("verdict").GetString().ShouldBe(judged.GetProperty("verdict").GetString());
        told.GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("violations").GetInt32()).ShouldBe(judged.GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("violations").GetInt32()));
        foreach (var verdict in new[] { "least", "excessive", "insufficient", "undeclared", "unknown" })
        {
            report.RootElement.GetProperty("ci").GetProperty(verdict).GetInt32()
                .ShouldBe(permissions.RootElement.GetProperty("jobs").EnumerateArray().Count(j => j.GetProperty("verdict").GetString() == verdict), verdict);
        }
    }

    [Theory]
    [InlineData("there is no issue 0", "issue", "0")]
    [InlineData("the title needs", "sprint", "  ")]
    [InlineData("the title needs", "incident", "!/!")]
    [InlineData("must be one line", "automation", "a\nb")]
    [InlineData("--at: 'yesterday' is no day", "health", "--at", "yesterday")]
    [InlineData("no day lies between", "health", "--since", "2026-02-01", "--until", "2026-01-01")]
    [InlineData("--since: 'then' is not understood", "incident", "x", "--since", "then")]
    [InlineData("need --since", "incident", "x", "--workflow", "ci.yml")]
    [InlineData("give one of", "incident", "x", "--workflow", "ci.yml", "--action", "a/b", "--since", "2026-01-01")]
    [InlineData("there is no campaign 'none'", "incident", "x", "--campaign", "none")]
    [InlineData("broken.json:3: it is no JSON", "health", "--runs", "broken.json")]
    [InlineData("entry 1 of the list is no run", "sprint", "x", "--runs", "other.json")]
    [InlineData("nowhere.json cannot be read", "health", "--runs", "nowhere.json")]
    [InlineData("There is no such folder", "health", "--repository", "nowhere")]
    [InlineData("abc", "pull-request", "abc")]
    public void What_cannot_be_done_is_refused_in_one_line_and_writes_nothing(string because, params string[] arguments)
    {
        using var shop = Shop.Clean().With("broken.json", "[\n{\"name\":\"a\",\n,").With("other.json", "[{}]");
        WarderProcess.Shell(shop.Root, "git init -q").Ends(0);
        WarderProcess.Run(shop.Root, ["aar", .. arguments]).Refuses(because);
        Directory.Exists(shop[".aar"]).ShouldBeFalse();
    }

    [Fact]
    public void Files_of_others_in_the_way_are_not_written_over()
    {
        using var shop = ActivityShop.Make();
        shop.With(".aar/2026/Q1/health/health-2026-03-31.md", "# Mine\n").With(".aar/2026/Q1/governance/governance-2026-03-31.json", "{}");
        WarderProcess.Run(shop.Root, "aar", "health", "--at", At).Refuses("health-2026-03-31.md is not written: it was not made by Warder");
        WarderProcess.Run(shop.Root, "aar", "governance", "--at", At).Refuses("governance-2026-03-31.md is not written: it was not made by Warder");
        shop.Text(".aar/2026/Q1/health/health-2026-03-31.md").ShouldBe("# Mine\n");
        WarderProcess.Run(shop.Root, "aar", "sprint", "x", "--at", At).Ends(0);
        shop.Text(".aar/index.md").ShouldContain("- [Mine](2026/Q1/health/health-2026-03-31.md)");
        Directory.Delete(shop[".aar"], recursive: true);
        shop.With(".aar", "a file");
        WarderProcess.Run(shop.Root, "aar", "health", "--at", At).Refuses(".aar is a file");
        File.Delete(shop[".aar"]);
        shop.WithLink(".aar", shop.Base);
        WarderProcess.Run(shop.Root, "aar", "health", "--at", At).Refuses("leads through the link .aar");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said()
    {
        using var shop = ActivityShop.Make();
        Directory.CreateDirectory(shop[".aar"]);
        if (!OperatingSystem.IsWindows() && Environment.UserName != "root")
        {
            File.SetUnixFileMode(shop[".aar"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
            WarderProcess.Run(shop.Root, "aar", "health", "--at", At).Refuses("cannot be written");
            File.SetUnixFileMode(shop[".aar"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Without_git_the_rest_is_told_and_without_commits_that_is_said()
    {
        using var bare = Shop.Clean();
        var ran = WarderProcess.Run(bare.Root, "aar", "health", "--at", At);
        ran.Ends(2).Error.ShouldStartWith("warder: ");
        bare.Text(".aar/2026/Q1/health/health-2026-03-31.md").ShouldContain("Git facts are not known: the folder is no git repository");
        bare.Text(".aar/2026/Q1/health/health-2026-03-31.md").ShouldContain("1 registered");

        using var empty = Shop.Clean();
        WarderProcess.Shell(empty.Root, "git init -q").Ends(0);
        WarderProcess.Run(empty.Root, "aar", "health", "--at", At).Ends(0);
        empty.Text(".aar/2026/Q1/health/health-2026-03-31.md").ShouldContain("Mind: there is no commit yet.");
    }

    private static JsonElement Json(TempFolder shop, string path, params string[] arguments)
    {
        WarderProcess.Run(shop.Root, ["aar", .. arguments, "--at", At]).Ends(0);
        using var json = JsonDocument.Parse(shop.Text(path));
        return json.RootElement.Clone();
    }

    private static void Results(TempFolder shop, string stamp, string time, int failed) => shop.With($"logs/test-results/test_results_{stamp}/test-results.json", $$$"""
        {"session":"test_session_{{{stamp}}}","timestamp":"{{{time}}}","status":"passed",
         "results":{"a":{"coverage":{"lines_covered":3,"lines_valid":4}},"b":{"coverage":null}},
         "totals":{"suites":2,"tests":9,"passed":9,"failed":{{{failed}}},"errors":0,"skipped":0}}
        """);

    private static Dictionary<string, string> Path(TempFolder shop) => new() { ["PATH"] = $"{shop.Base}:{Environment.GetEnvironmentVariable("PATH")}" };

    private static void Gh(TempFolder shop, string script)
    {
        var gh = System.IO.Path.Combine(shop.Base, "gh");
        File.WriteAllText(gh, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(gh, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
