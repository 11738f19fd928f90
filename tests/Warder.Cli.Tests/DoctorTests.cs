using System.Text.Json;
using Warder.Testing;

namespace Warder.Cli.Tests;

public sealed class DoctorTests
{
    [Fact]
    public void A_repository_in_order_has_nothing_to_mend()
    {
        using var shop = Shop.Clean();
        WarderProcess.Shell(shop.Root, "git init -q .").Ends(0);
        var ran = WarderProcess.Run(shop.Root, "doctor").Ends(0);
        ran.Out.ShouldContain("1 workflow, 0 actions");
        ran.Out.ShouldContain($"{Shop.Registry}: 1 entry");
        ran.Out.ShouldEndWith("Nothing to mend.\n");
    }

    [Fact]
    public void Each_problem_has_its_remedy()
    {
        using var shop = Shop.Unregistered().With(".warder.yml", "baseline: gone.json\nrules: {nothing: off}\n").With("logs", "a file");
        var ran = WarderProcess.Run(shop.Root, "doctor").Ends(1);
        foreach (var said in new[] { "no git repository", "Run 'git init'", "gone.json is not there", "none, though tokens are used", "logs is a file", ".warder.yml:2:9" })
        {
            ran.Out.ShouldContain(said);
        }
    }

    [Fact]
    public void Json_fits_its_schema_and_no_credential_is_told()
    {
        using var shop = Shop.Clean();
        var value = string.Concat("ghp_", new string('a', 36));
        var ran = WarderProcess.Run(shop.Root, input: null, new Dictionary<string, string> { ["GH_TOKEN"] = value }, "doctor", "--format", "json", "--trace", Shop.Workflow);
        SchemaCheck.Problems(PotatoTests.Schema("doctor"), ran.Out).ShouldBeEmpty();
        ran.Out.ShouldContain("GH_TOKEN set in the environment");
        ran.Out.ShouldNotContain(value);
        using var json = JsonDocument.Parse(ran.Out);
        var trace = json.RootElement.GetProperty("trace").EnumerateArray().Select(l => l.GetString()!).ToList();
        trace[0].ShouldBe($"{Shop.Workflow}: by its path this is a workflow");
        trace.ShouldContain("11:22: uses DEPLOY_TOKEN (step-env, job build); registered");
    }

    [Fact]
    public void A_trace_says_why_a_file_is_not_looked_at()
    {
        using var shop = Shop.Clean().With(".warder.yml", "ignore: [.github/**]\n").With("notes.txt", "x");
        WarderProcess.Run(shop.Root, "doctor", "--trace", Shop.Workflow).Out.ShouldContain("not looked at: `ignore` of the policy has .github/**");
        WarderProcess.Run(shop.Root, "doctor", "--trace", "notes.txt").Out.ShouldContain("notes.txt: by its path this is nothing that uses tokens");
        WarderProcess.Run(shop.Root, "doctor", "--trace", "../outside").Refuses("There is no such file in the repository");
        WarderProcess.Run(shop.Root, "doctor", "missing").Refuses("There is no such folder");
    }
}
