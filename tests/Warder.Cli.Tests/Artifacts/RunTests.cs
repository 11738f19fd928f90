using System.Text.Json;
using Warder.Testing;

namespace Warder.Cli.Tests.Artifacts;

public sealed class RunTests
{
    private static readonly string JUnit = "<testsuites><testsuite><testcase classname='a' name='one' time='0.5'/><testcase classname='a' name='two'><failure message='no luck'/></testcase><testcase name='three'><skipped/></testcase></testsuite></testsuites>";

    [Fact]
    public void A_run_leaves_results_outputs_and_an_archive_and_nothing_else()
    {
        using var shop = new SessionShop(string.Join('\n', SessionShop.Line("unit", $"echo hello; echo \"{JUnit}\" > out.xml; exit 1", ", results: out.xml"), SessionShop.Line("lint", "echo fine")));
        var ran = shop.Run("run").Ends(1);
        ran.Out.ShouldContain("unit  FAILED (exit code 1), 3 tests, 1 failed, 1 skipped");
        ran.Out.ShouldContain("a.two: no luck");
        ran.Out.ShouldContain("new in the root: out.xml");
        ran.Error.ShouldContain("unit | hello\n");
        ran.Error.ShouldContain("lint | fine\n");
        shop.Names("logs/temp").ShouldBeEmpty();
        shop.Log("unit").ShouldBe("hello\n");
        shop.Archived().ShouldContain("/session_info.json");
        using var results = shop.Results();
        var unit = results.RootElement.GetProperty("results").GetProperty("unit");
        unit.GetProperty("exit_code").GetInt32().ShouldBe(1);
        unit.GetProperty("status").GetString().ShouldBe("failed");
        unit.GetProperty("tests").GetProperty("total").GetInt32().ShouldBe(3);
        File.ReadAllText(Path.Combine(shop.Only("logs/test-results", "*_*"), "test-summary.md")).ShouldContain("| unit | FAILED (exit code 1) | 3 | 1 | 1 | 1 |");
        WarderProcess.Shell(shop.Root, "git status --porcelain --ignored=no logs").Out.Replace("logs/.gitignore", "", StringComparison.Ordinal).ShouldNotContain("temp");
    }

    [Fact]
    public void Its_json_keeps_to_the_schemas_and_has_the_keys_of_the_source()
    {
        using var shop = new SessionShop(SessionShop.Line("unit", "true"));
        var ran = shop.Run("run", "--format", "json", "-q").Ends(0);
        SchemaCheck.Problems(PotatoTests.Schema("test-results"), ran.Out).ShouldBeEmpty();
        ran.Error.ShouldNotContain("unit |");
        var record = WarderProcess.Shell(shop.Root, "tar xzOf logs/archive/*.tar.gz --wildcards '*/session_info.json'").Ends(0).Out;
        SchemaCheck.Problems(PotatoTests.Schema("session"), record).ShouldBeEmpty();
        using var session = JsonDocument.Parse(record);
        session.RootElement.GetProperty("git_branch").GetString().ShouldNotBeNullOrEmpty();
        session.RootElement.GetProperty("python_version").GetString().ShouldNotBeNull();
        SchemaCheck.Problems(PotatoTests.Schema("artifacts"), shop.Run("list", "--format", "json").Ends(0).Out).ShouldBeEmpty();
        SchemaCheck.Problems(PotatoTests.Schema("artifacts-clean"), shop.Run("clean", "0", "--dry-run", "--format", "json").Ends(0).Out).ShouldBeEmpty();
        SchemaCheck.Problems(PotatoTests.Schema("token-environment"), shop.Run("validate-tokens", "--format", "json").Ends(0).Out).ShouldBeEmpty();
    }

    [Fact]
    public void Hostile_names_are_names_and_no_shell_reads_them()
    {
        using var shop = new SessionShop("""
                - {name: "-rf \"x' $(touch pwned)\n é\u0007", command: [cat, "--", "-a b'\";touch pwned\n.txt"], directory: "-d 'é$(touch pwned)"}
                - {name: "-rf \"x' $(touch pwned)\n é", command: [printf, "%s", "$(touch pwned)"]}
                - {name: "../../up", command: ["true"]}
            """);
        shop.Folder.With("-d 'é$(touch pwned)/-a b'\";touch pwned\n.txt", "inside");
        var ran = shop.Run("run").Ends(0);
        ran.Out.ShouldNotContain("\u0007");
        File.Exists(shop.Folder["pwned"]).ShouldBeFalse();
        shop.Names("logs").Count(n => n.EndsWith(".log", StringComparison.Ordinal)).ShouldBe(4);
        shop.Log("rf-x-touch-pwned").ShouldBe("inside");
        shop.Log("rf-x-touch-pwned-2").ShouldBe("$(touch pwned)");
        shop.Log("up").ShouldBe("");
    }

    [Theory]
    [InlineData("there is no suite 'tset'; there are unit", "run", "tset")]
    [InlineData("takes a number from 1", "run", "--parallel", "0")]
    [InlineData("no such folder", "run", "--path", "nowhere")]
    [InlineData("no session is open", "finish")]
    [InlineData("there is no open session 'x'", "finish", "x")]
    public void Bad_usage_is_refused(string because, params string[] arguments)
    {
        using var shop = new SessionShop(SessionShop.Line("unit", "true"));
        shop.Run(arguments).Ends(2).Error.ShouldContain(because);
        shop.Names("logs/temp").ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_run_is_told_apart_from_what_fails()
    {
        using var shop = new SessionShop("    - {name: gone, command: [no-such-program]}\n    - {name: away, command: [ls], directory: nowhere}\n    - {name: lost, command: no-such-command-in-shell}");
        var ran = shop.Run("run").Ends(2);
        ran.Out.ShouldContain("There is no program 'no-such-program'");
        ran.Out.ShouldContain("There is no folder nowhere.");
        ran.Out.ShouldContain("lost  COULD NOT RUN");
    }

    [Fact]
    public void Suites_run_side_by_side_where_asked()
    {
        using var shop = new SessionShop(string.Join('\n', Enumerable.Range(0, 4).Select(i => SessionShop.Line($"s{i}", $"touch in{i}; while [ $(ls in* | wc -l) -lt 4 ]; do sleep 0.05; done; echo done{i}", ", timeout: 30s"))));
        var ran = shop.Run("run", "--parallel", "4").Ends(0);
        Enumerable.Range(0, 4).ShouldAllBe(i => ran.Error.Contains($"s{i} | done{i}\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Python_runs_in_its_environment_and_is_refused_without_it_where_the_policy_asks()
    {
        using var shop = new SessionShop("    - {name: py, command: [python, -c, 'x']}");
        shop.Run("run").Error.ShouldContain("there is no virtual environment in .venv; it runs with what the machine has");
        shop.Folder.With(".warder.yml", shop.Folder.Text(".warder.yml") + "rules:\n  virtual-environment-missing: error\n");
        var refused = shop.Run("run").Ends(2);
        refused.Error.ShouldContain("which the policy asks for. To make one:\n  python3 -m venv .venv\n  .venv/bin/python -m pip install");
        refused.Out.ShouldBe("");

        shop.Folder.With(".venv/pyvenv.cfg", "home = /usr/bin\n").With(".venv/bin/python", "#!/bin/sh\necho \"own python in $VIRTUAL_ENV\"\n");
        WarderProcess.Shell(shop.Root, "chmod +x .venv/bin/python").Ends(0);
        shop.Run("run").Ends(0).Error.ShouldContain($"py | own python in {shop.Root}/.venv\n");
    }

    [Fact]
    public void Token_issues_fail_a_run_only_where_somebody_asks_for_it()
    {
        using var shop = new SessionShop(SessionShop.Line("unit", "true"));
        shop.Folder.With(".github/workflows/ci.yml", "on: push\npermissions: write-all\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ secrets.GITHUB_TOKEN }}\n")
            .With(".warder.yml", shop.Folder.Text(".warder.yml") + "default-token: forbid\n");
        shop.Run("run").Ends(0).Out.ShouldContain("token audit: issues found");
        shop.Run("run", "--strict").Ends(1);
        shop.Run("run", "--no-audit", "--strict").Ends(0).Out.ShouldNotContain("token audit");
        File.Exists(shop.Folder["logs/token-audit/session-token-audit.json"]).ShouldBeTrue();
        File.Exists(shop.Folder["logs/token-audit/token-environment-summary.json"]).ShouldBeTrue();
    }

    [Fact]
    public void A_link_in_the_way_of_the_logs_is_refused()
    {
        using var shop = new SessionShop(SessionShop.Line("unit", "true"));
        Directory.CreateDirectory(Path.Combine(shop.Folder.Base, "outside"));
        shop.Folder.WithLink("logs", "../outside");
        shop.Run("run").Ends(2).Error.ShouldContain("leads through the link logs");
        Directory.EnumerateFileSystemEntries(Path.Combine(shop.Folder.Base, "outside")).ShouldBeEmpty();

        File.WriteAllText(Path.Combine(shop.Folder.Base, "outside", "test_session_1.log"), "");
        shop.Run("list").Ends(0).Out.ShouldContain("outputs: none");
        WarderProcess.Shell(shop.Folder.Base, "touch -d '100 days ago' outside/*").Ends(0);
        shop.Run("clean").Ends(0);
        Directory.EnumerateFileSystemEntries(Path.Combine(shop.Folder.Base, "outside")).ShouldHaveSingleItem();
    }
}
