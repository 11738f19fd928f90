using System.Text.Json;

namespace Warder.Cli.Tests;

public sealed class PermissionsTests
{
    private const string Pushing = """
        on: push
        jobs:
          tag:
            runs-on: ubuntu-latest
            permissions: { contents: write, issues: write }
            steps:
              - uses: actions/checkout@v4
              - run: git push origin v1
          idle:
            runs-on: ubuntu-latest
            steps:
              - run: echo

        """;

    private static TempFolder Repository() => new TempFolder().With(Shop.Workflow, Pushing).With(".git/HEAD", "ref: refs/heads/main\n");

    [Fact]
    public void Json_has_the_agreed_shape()
    {
        using var shop = Repository();
        using var json = JsonDocument.Parse(WarderProcess.Run(shop.Root, "permissions", "--format", "json").Ends(0).Out);
        var job = json.RootElement.GetProperty("jobs")[0];
        job.EnumerateObject().Select(p => p.Name).Take(4).ShouldBe(["file", "job", "needs", "grants"]);
        job.GetProperty("file").GetString().ShouldBe(Shop.Workflow);
        job.GetProperty("verdict").GetString().ShouldBe("excessive");
        job.GetProperty("unknowns").GetArrayLength().ShouldBe(0);
        var need = job.GetProperty("needs").EnumerateArray().ShouldHaveSingleItem();
        need.GetProperty("permission").GetString().ShouldBe("contents");
        need.GetProperty("level").GetString().ShouldBe("write");
        need.GetProperty("certainty").GetString().ShouldBe("certain");
        need.GetProperty("because")[0].GetProperty("line").GetInt32().ShouldBe(8);
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml:tag")]
    [InlineData("./.github/workflows/ci.yml:tag")]
    public void One_job_can_be_asked_for(string target)
    {
        using var shop = Repository();
        var told = WarderProcess.Run(shop.Root, "permissions", target, "--why").Ends(0).Out;
        told.ShouldContain("ci.yml:tag");
        told.ShouldContain("ci.yml:8 git push");
        told.ShouldNotContain("idle");
    }

    [Fact]
    public void A_workflow_outside_a_repository_will_do()
    {
        using var folder = new TempFolder().With("w.yml", Pushing);
        using var json = JsonDocument.Parse(WarderProcess.Run(folder.Root, "permissions", "w.yml", "--format", "json").Ends(0).Out);
        json.RootElement.GetProperty("jobs").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void A_workflow_that_cannot_be_read_is_named_with_its_place()
    {
        using var folder = new TempFolder().With("w.yml", "on: push\njobs:\n  a: [\n");
        WarderProcess.Run(folder.Root, "permissions", "w.yml").Ends(2).Error.ShouldStartWith("warder: w.yml:4:1: ");
    }

    [Fact]
    public void An_unknown_job_is_refused_with_the_jobs_there_are()
    {
        using var shop = Repository();
        WarderProcess.Run(shop.Root, "permissions", ".github/workflows/ci.yml:tags").Refuses("has no job 'tags'; its jobs are tag, idle.");
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        using var shop = Repository();
        WarderProcess.Run(shop.Root, "permissions", "nope.yml").Refuses("nope.yml");
    }

    [Theory]
    [InlineData("{", "it is not JSON: line 1")]
    [InlineData("[]", "it must be an object with a list `jobs`")]
    [InlineData("""{"jobs":[{"file":"a"}]}""", "entry 1 of `jobs` must have")]
    [InlineData("""{"jobs":[{"file":"a","job":"b","permissions":{"content":"read"}}]}""", "there is no permission `content`; did you mean `contents`?")]
    [InlineData("""{"jobs":[{"file":"a","job":"b","permissions":{"contents":"admin"}}]}""", "the level of `contents` must be `read` or `write`")]
    public void Evidence_with_a_mistake_is_refused(string evidence, string because)
    {
        using var shop = Repository().With("seen.json", evidence);
        WarderProcess.Run(shop.Root, "permissions", "--evidence", "seen.json").Refuses(because);
    }

    [Fact]
    public void Evidence_that_is_not_there_is_refused()
    {
        using var shop = Repository();
        WarderProcess.Run(shop.Root, "permissions", "--evidence", "seen.json").Refuses("there is no such file");
    }

    [Fact]
    public void Evidence_is_merged_with_the_proof()
    {
        using var shop = Repository().With("seen.json", "{\"jobs\":[{\"file\":\"" + Shop.Workflow + "\",\"job\":\"tag\",\"permissions\":{\"issues\":\"write\"}}]}");
        using var json = JsonDocument.Parse(WarderProcess.Run(shop.Root, "permissions", "--evidence", "seen.json", "--format", "json").Ends(0).Out);
        json.RootElement.GetProperty("jobs")[0].GetProperty("verdict").GetString().ShouldBe("least");
    }

    [Fact]
    public void The_last_line_predicts_scorecard()
    {
        using var shop = Repository();
        WarderProcess.Run(shop.Root, "permissions").Ends(0).Out.ShouldContain("Token-Permissions 0 of 10 as it is, and 10 with");
    }
}
