using Warder.Engine.Findings;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

public sealed class DangerousTriggerTests
{
    private const string Script = "{ uses: actions/github-script@v8, with: { script: \"await github.rest.actions.downloadArtifact({ run_id: context.payload.workflow_run.id })\" } }";

    [Theory]
    [InlineData("workflow_run", Script, "step 1 takes in an artifact of theirs")]
    [InlineData("workflow_run", "{ uses: actions/download-artifact@v4, with: { run-id: \"${{ github.event.workflow_run.id }}\" } }", "step 1 takes in an artifact of theirs")]
    [InlineData("workflow_run", "{ uses: dawidd6/action-download-artifact@v9, id: get, with: { run_id: \"${{ github.event.workflow_run.id }}\" } }", "get takes in an artifact of theirs")]
    [InlineData("workflow_run", "{ run: gh run download $ID }", "step 1 takes in an artifact of theirs")]
    [InlineData("workflow_run", "{ run: gh api repos/x/actions/artifacts/$ID/zip > a.zip }", "step 1 takes in an artifact of theirs")]
    [InlineData("workflow_run", "{ run: \"echo ${{ github.event.workflow_run.head_branch }}\" }", "step 1 has their text in its script")]
    [InlineData("pull_request_target", "{ uses: actions/checkout@v6, with: { ref: \"${{ github.event.pull_request.head.sha }}\" } }", "step 1 fetches their code")]
    [InlineData("pull_request_target", "{ run: gh pr checkout $N }", "step 1 fetches their code")]
    public void What_a_stranger_made_is_taken_in(string on, string step, string says)
    {
        var finding = Run(on, step).ShouldHaveSingleItem();
        finding.Message.ShouldBe($"{on} starts job j for pull requests of strangers, with GITHUB_TOKEN that may write issues; {says}");
        finding.Persona.ShouldBe(Persona.Regular);
    }

    [Theory]
    [InlineData("workflow_run", "{ run: gh pr view $B, env: { B: \"${{ github.event.workflow_run.head_branch }}\" } }")]
    [InlineData("pull_request_target", "{ run: \"echo $C\", env: { C: \"${{ toJSON(github) }}\" } }")]
    public void Text_in_a_variable_is_for_auditors(string on, string step) => Run(on, step).ShouldHaveSingleItem().Persona.ShouldBe(Persona.Auditor);

    [Theory]
    [InlineData("workflow_run", "{ uses: actions/download-artifact@v4, with: { name: x } }")]
    [InlineData("pull_request_target", Script)]
    [InlineData("workflow_run", "{ uses: actions/github-script@v8, with: { script: \"await github.rest.issues.createComment({})\" } }")]
    [InlineData("pull_request_target", "{ run: \"echo ${{ github.event.number }}\" }")]
    [InlineData("push", "{ run: gh run download $ID }")]
    public void Nothing_of_a_stranger_is_taken_in(string on, string step) => Run(on, step).ShouldBeEmpty();

    [Theory]
    [InlineData("if: github.event_name == 'workflow_run'", "workflow_run")]
    [InlineData("name: x", "pull_request_target,workflow_run")]
    [InlineData("if: github.event_name == 'pull_request_target'", "pull_request_target")]
    public void A_step_counts_for_the_events_that_pass_its_condition(string condition, string found) =>
        string.Join(',', Run("[pull_request_target, workflow_run]", "{ run: gh pr checkout $N, " + condition + " }").Select(f => f.Message.Split(' ')[0])).ShouldBe(found);

    [Fact]
    public void A_secret_is_named_beside_the_default_token() =>
        Run("workflow_run", "{ run: gh run download $ID, env: { T: \"${{ secrets.CLOUD_API_TOKEN }}\", GH_TOKEN: \"${{ github.token }}\" } }").ShouldHaveSingleItem()
            .Message.ShouldContain("CLOUD_API_TOKEN and GITHUB_TOKEN that may write issues; step 1 takes");

    [Fact]
    public void A_job_that_takes_files_goes_before_one_that_takes_text()
    {
        var text = "  a:\n    runs-on: x\n    steps:\n      - { run: x, env: { B: \"${{ github.event.workflow_run.head_branch }}\" } }\n";
        var finding = Run("workflow_run", "{ run: gh run download $ID }", text).ShouldHaveSingleItem();
        finding.Job.ShouldBe("j");
        finding.Persona.ShouldBe(Persona.Regular);
    }

    [Theory]
    [InlineData("github.event.pull_request.head.repo.full_name == github.repository", 0)]
    [InlineData("contains(github.event.pull_request.labels.*.name, 'safe to test')", 0)]
    [InlineData("github.event.pull_request.author_association == 'MEMBER'", 0)]
    [InlineData("github.event.pull_request.head.repo.full_name != github.repository", 1)]
    [InlineData("github.event.pull_request.head.repo.fork", 1)]
    [InlineData("github.repository == 'acme/shop' && github.event.pull_request.user.login != 'dependabot[bot]'", 1)]
    [InlineData("github.event.pull_request.user.login == 'dependabot[bot]'", 0)]
    [InlineData("success() && github.event.pull_request.head.repo.full_name != github.repository", 1)]
    [InlineData("github.event.pull_request.head.repo.full_name != github.repository && contains(github.event.pull_request.labels.*.name, 'safe to test')", 0)]
    [InlineData("github.event.pull_request.head.repo.full_name != github.repository || github.actor == 'dependabot[bot]'", 1)]
    public void A_condition_that_lets_strangers_in_is_no_guard(string condition, int findings) =>
        Run("pull_request_target", "{ run: gh pr checkout $N }", condition: condition).Count.ShouldBe(findings);

    private static IReadOnlyList<Finding> Run(string on, string step, string before = "", string condition = "always()") => AuditRunner.Run(
        new MemoryFiles().With(".github/workflows/w.yml", $"on: {on}\npermissions: {{ issues: write }}\njobs:\n{before}  j:\n    runs-on: x\n    if: ${{{{ {condition} }}}}\n    steps:\n      - {step}\n      - {{ run: gh issue list, env: {{ GH_TOKEN: \"${{{{ github.token }}}}\" }} }}\n"),
        rules: [new DangerousTrigger()]).Findings;
}
