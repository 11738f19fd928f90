namespace Warder.Engine.Tests.Permissions;

/// <summary>Actions, workflows and scripts of the repository are entered with what they are given.</summary>
public sealed class EnteredTests
{
    private const string Comment = "name: c\ninputs: { token: { default: \"${{ github.token }}\" }, close: { default: 'false' } }\nruns:\n  using: composite\n  steps:\n    - run: gh issue close 1\n      shell: bash\n      env: { GH_TOKEN: \"${{ inputs.token }}\" }\n";

    [Fact]
    public void A_local_action_is_entered_with_the_default_of_its_input() =>
        Proven.Steps("- uses: ./act", files: ("act/action.yml", Comment)).Told().ShouldBe("issues:write");

    [Fact]
    public void A_local_action_is_entered_with_the_token_it_is_given()
    {
        var job = Proven.Steps("- uses: ./act\n  with: { token: \"${{ secrets.BOT }}\" }", files: ("act/action.yml", Comment));

        job.Told().ShouldBe("");
        job.Told("BOT").ShouldBe("issues:write");
    }

    [Fact]
    public void The_proof_names_the_way_there()
    {
        var reason = Proven.Steps("- uses: ./act", files: ("act/action.yml", Comment)).Needs.Default.All[0].Because[0];

        reason.Path.ShouldBe("act/action.yml");
        reason.Position.Line.ShouldBe(6);
        reason.Via.ShouldBe(["./act (.github/workflows/w.yml:6)"]);
    }

    [Fact]
    public void A_checkout_into_a_folder_does_not_hide_the_action() =>
        Proven.Steps("- uses: actions/checkout@v4\n  with: { path: src }\n- uses: ./src/act", files: ("act/action.yml", Comment)).Told().ShouldBe("contents:read issues:write");

    [Fact]
    public void A_called_workflow_decides_what_its_caller_must_grant() =>
        Proven.Jobs(
            "on: push\njobs:\n  a:\n    uses: ./.github/workflows/c.yml\n",
            (".github/workflows/c.yml", "on: workflow_call\npermissions: { pull-requests: write }\njobs:\n  x:\n    runs-on: u\n    steps: [ { run: echo } ]\n"))[0].Told().ShouldBe("pull-requests:write");

    [Fact]
    public void A_called_workflow_without_a_grant_needs_what_its_steps_need() =>
        Proven.Jobs(
            "on: push\njobs:\n  a:\n    uses: ./.github/workflows/c.yml\n    secrets: { bot: \"${{ secrets.BOT }}\" }\n",
            (".github/workflows/c.yml", "on:\n  workflow_call:\n    secrets: { bot: {} }\njobs:\n  x:\n    runs-on: u\n    steps:\n      - uses: actions/checkout@v4\n      - run: gh issue close 1\n        env: { GH_TOKEN: \"${{ secrets.bot }}\" }\n"))[0]
            .ShouldSatisfyAllConditions(j => j.Told().ShouldBe("contents:read"), j => j.Told("BOT").ShouldBe("issues:write"));

    [Fact]
    public void A_workflow_elsewhere_is_unknown() =>
        Proven.Jobs("on: push\njobs:\n  a:\n    uses: acme/flows/.github/workflows/c.yml@v1\n")[0].Told().ShouldBe("+?");

    [Fact]
    public void A_shell_script_of_the_repository_is_entered() =>
        Proven.Steps("- uses: actions/checkout@v4\n- run: ./ci/release.sh", files: ("ci/release.sh", "#!/bin/sh\ngit tag v1\ngit push origin v1\n")).Told().ShouldBe("contents:write");

    [Fact]
    public void A_script_of_the_manifest_is_entered() =>
        Proven.Steps("- uses: actions/checkout@v4\n- run: npm run ship", files: ("package.json", "{\"scripts\":{\"ship\":\"git push --follow-tags\"}}")).Told().ShouldBe("contents:write");

    [Fact]
    public void A_script_in_another_language_that_may_use_the_token_is_unknown() =>
        Proven.Steps("- run: python ci/x.py\n  env: { GITHUB_TOKEN: \"${{ github.token }}\" }", files: ("ci/x.py", "import os\nt = os.environ['GITHUB_TOKEN']\n")).Told().ShouldBe("+?");

    [Fact]
    public void Calls_of_the_client_library_are_read() =>
        Proven.Steps("- uses: actions/github-script@v7\n  with:\n    script: |\n      if (github.event.issue) { await github.rest.issues.createComment({ body: 'x' }) }\n      await github.request('POST /repos/{owner}/{repo}/releases', {})").Told().ShouldBe("contents:write issues:write");

    [Fact]
    public void What_the_policy_says_of_an_action_wins() =>
        Proven.Steps("- uses: acme/deploy@v3", files: (".warder.yml", "facts:\n  actions:\n    acme/deploy:\n      permissions: { deployments: write }\n")).Told().ShouldBe("deployments:write");

    [Fact]
    public void Actions_that_call_each_other_end() =>
        Proven.Steps("- uses: ./a", files: [("a/action.yml", "runs: { using: composite, steps: [ { uses: ./b } ] }\n"), ("b/action.yml", "runs: { using: composite, steps: [ { uses: ./a } ] }\n")]).Told().ShouldBe("+?");

    [Theory]
    [InlineData("github.event_name == 'push'", "issues:write")]
    [InlineData("false", "")]
    [InlineData("${{ false }}", "")]
    public void A_step_that_never_runs_needs_nothing(string condition, string needs) =>
        Proven.Steps($"- run: gh issue close 1\n  if: {condition}\n  env: {{ GH_TOKEN: \"${{{{ github.token }}}}\" }}").Told().ShouldBe(needs);
}
