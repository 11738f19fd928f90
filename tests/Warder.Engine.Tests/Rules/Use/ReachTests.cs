using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;

namespace Warder.Engine.Tests.Rules.Use;

/// <summary>Where tokens can be reached: triggers, environments, scopes.</summary>
public sealed class ReachTests
{
    private const string Callee = "on: { workflow_call: {} }\njobs:\n  c:\n    runs-on: x\n    steps:\n      - run: x ${{ secrets.LOCKED_TOKEN }}\n";

    [Theory]
    [InlineData("pull_request_target", "LOCKED_TOKEN")]
    [InlineData("workflow_run", "LOCKED_TOKEN")]
    [InlineData("[push, issue_comment]", "PROD_TOKEN")]
    public void A_restricted_token_where_anybody_can_start_the_run(string on, string token) =>
        UseAudit.Of().Steps($"- run: x ${{{{ [|secrets.{token}|] }}}}", on: on).Run<RestrictedTokenInUntrustedTrigger>()[0].Confidence.ShouldBe(Confidence.High);

    [Theory]
    [InlineData("if: github.event.pull_request.author_association == 'MEMBER'")]
    [InlineData("if: github.event.label.name == 'safe'")]
    [InlineData("environment: production")]
    public void A_guard_lowers_the_confidence(string job) =>
        UseAudit.Of().Steps("- run: x ${{ [|secrets.LOCKED_TOKEN|] }}", on: "pull_request_target", job: job)
            .Run<RestrictedTokenInUntrustedTrigger>()[0].Confidence.ShouldBe(Confidence.Medium);

    [Fact]
    public void A_call_that_inherits_is_followed() =>
        UseAudit.Of().With(".github/workflows/c.yml", Callee)
            .With(".github/workflows/a.yml", "on: issue_comment\njobs:\n  j:\n    uses: ./.github/workflows/c.yml\n    secrets: [|inherit|]\n")
            .Run<RestrictedTokenInUntrustedTrigger>()[0].Message.ShouldContain("c.yml takes it");

    [Theory]
    [InlineData("pull_request", "LOCKED_TOKEN")]
    [InlineData("push", "LOCKED_TOKEN")]
    [InlineData("schedule", "PROD_TOKEN")]
    [InlineData("pull_request_target", "READ_TOKEN")]
    [InlineData("workflow_call", "LOCKED_TOKEN")]
    public void Trusted_triggers_and_free_tokens_are_left_alone(string on, string token) =>
        UseAudit.Of().Steps($"- run: x ${{{{ secrets.{token} }}}}", on: on).Run<RestrictedTokenInUntrustedTrigger>();

    [Theory]
    [InlineData("", "job j names no environment")]
    [InlineData("environment: staging", "job j runs in staging")]
    public void A_token_outside_its_environment(string job, string message) =>
        UseAudit.Of().Steps("- run: x ${{ [|secrets.PROD_TOKEN|] }}", job: job).Run<EnvironmentMismatch>()[0].Message.ShouldEndWith(message);

    [Theory]
    [InlineData("environment: production", "PROD_TOKEN")]
    [InlineData("environment: { name: Production, url: x }", "PROD_TOKEN")]
    [InlineData("environment: \"${{ inputs.target }}\"", "PROD_TOKEN")]
    [InlineData("environment: staging", "READ_TOKEN")]
    public void Tokens_in_their_environment_are_left_alone(string job, string token) =>
        UseAudit.Of().Steps($"- run: x ${{{{ secrets.{token} }}}}", job: job).Run<EnvironmentMismatch>();

    [Theory]
    [InlineData("environment: production", false)]
    [InlineData("environment: staging", true)]
    public void The_called_job_counts(string job, bool isFound) =>
        UseAudit.Of()
            .Steps("- run: x ${{ secrets.T }}", on: "{ workflow_call: { secrets: { T: {} } } }", job: job, path: ".github/workflows/c.yml")
            .With(".github/workflows/a.yml", "on: push\njobs:\n  j:\n    uses: ./.github/workflows/c.yml\n    secrets: { T: \"${{ " + (isFound ? "[|secrets.PROD_TOKEN|]" : "secrets.PROD_TOKEN") + " }}\" }\n")
            .Run<EnvironmentMismatch>();

    [Fact]
    public void A_secret_outside_any_environment() =>
        UseAudit.Of().Steps("- run: x ${{ [|secrets.READ_TOKEN|] }}").Run<SecretOutsideEnvironment>();

    [Theory]
    [InlineData("environment: staging", "secrets.READ_TOKEN", "push")]
    [InlineData("", "github.token", "push")]
    [InlineData("", "secrets.MY_APP_ID", "push")]
    [InlineData("", "secrets.T", "{ workflow_call: { secrets: { T: {} } } }")]
    [InlineData("", "secrets.FREE_TOKEN", "push")]
    public void What_needs_no_environment_is_left_alone(string job, string reference, string on) =>
        UseAudit.Of().Policy("rules: { secret-outside-environment: { allow: [\"FREE_*\"] } }")
            .Steps($"- run: x ${{{{ {reference} }}}}", on: on, job: job).Run<SecretOutsideEnvironment>();

    [Fact]
    public void A_token_in_the_environment_of_more_steps_than_read_it() =>
        UseAudit.Of().Steps("- run: npm ci\n- run: gh pr list\n- uses: actions/checkout@v4", job: "env: { GH_TOKEN: \"${{ [|secrets.READ_TOKEN|] }}\" }")
            .Run<BroadTokenScope>()[0].Message.ShouldContain("1 of its 3 steps");

    [Theory]
    [InlineData("- run: gh pr list", "env: { GH_TOKEN: \"${{ secrets.READ_TOKEN }}\" }")]
    [InlineData("- run: gh pr list\n- run: gh issue list\n- run: npm ci", "env: { GH_TOKEN: \"${{ secrets.READ_TOKEN }}\" }")]
    [InlineData("- uses: actions/checkout@v4\n- run: gh pr list", "env: { GH_TOKEN: \"${{ secrets.READ_TOKEN }}\" }")]
    [InlineData("- run: npm ci\n- run: npm test", "env: { API_KEY: \"${{ secrets.READ_TOKEN }}\" }")]
    [InlineData("- run: npm ci\n- run: gh pr list", "env: { GH_TOKEN: x }")]
    public void Scopes_that_fit_are_left_alone(string steps, string job) => UseAudit.Of().Steps(steps, job: job).Run<BroadTokenScope>();

    [Theory]
    [InlineData("- run: node src/app/script/hash.js\n- run: echo one\n- run: echo two", "1 of its 4 steps")]
    [InlineData("- run: cd src/app && node script/hash.js\n- run: echo one\n- run: echo two", "1 of its 4 steps")]
    [InlineData("- run: node script/hash.js\n  working-directory: src/app\n- run: node src/app/script/other.js\n- run: echo two", "1 of its 4 steps")]
    [InlineData("- uses: ./src/app/.github/actions/cookie\n- run: echo one\n- run: echo two", "1 of its 4 steps")]
    [InlineData("- uses: ./src/app/.github/actions/outer\n- run: echo one\n- run: echo two", "1 of its 4 steps")]
    [InlineData("- run: echo one\n  if: env.COOKIE != ''\n- run: echo two", "1 of its 3 steps")]
    public void A_checkout_in_a_folder_and_the_actions_of_the_repository_are_entered(string steps, string says) =>
        InFolder().Steps(Checkout + steps, job: "env: { COOKIE: \"${{ [|secrets.READ_TOKEN|] }}\" }").Run<BroadTokenScope>()[0].Message.ShouldContain(says);

    [Theory]
    [InlineData("- run: node src/app/script/missing.js\n- run: echo one\n- run: curl -b $COOKIE x.example")]
    [InlineData("- run: node src/app/script/other.js\n- run: echo one\n- run: echo two")]
    [InlineData("- run: make -C src/app test\n- run: echo one\n- run: curl -b $COOKIE x.example")]
    [InlineData("- uses: ./src/app/.github/actions/program\n- run: echo one\n- run: curl -b $COOKIE x.example")]
    [InlineData("- uses: ./src/app/.github/actions/missing\n- run: echo one\n- run: curl -b $COOKIE x.example")]
    public void Where_a_reader_may_be_unseen_nothing_is_said(string steps) =>
        InFolder().Steps(Checkout + steps, job: "env: { COOKIE: \"${{ secrets.READ_TOKEN }}\" }").Run<BroadTokenScope>();

    [Theory]
    [InlineData("ACTIONS_STEP_DEBUG")]
    [InlineData("ACTIONS_RUNNER_DEBUG")]
    public void A_flag_for_debugging_is_no_token(string name) =>
        UseAudit.Of().Steps($"- run: x ${name}\n- run: echo one\n- run: echo two", job: $"env: {{ {name}: \"${{{{ secrets.{name} }}}}\" }}").Run<BroadTokenScope>();

    private const string Checkout = "- uses: actions/checkout@v4\n  with: { path: src/app }\n";

    private static UseAudit InFolder() => UseAudit.Of()
        .With("Makefile", "deploy:\n\techo $(COOKIE)\n")
        .With("script/hash.js", "console.log(process.env.COOKIE);\n")
        .With("script/other.js", "console.log(1);\n")
        .With(".github/actions/cookie/action.yml", "runs:\n  using: composite\n  steps:\n    - { run: 'cookie %COOKIE%', shell: cmd }\n")
        .With(".github/actions/outer/action.yml", "runs:\n  using: composite\n  steps:\n    - uses: ./src/app/.github/actions/cookie\n")
        .With(".github/actions/program/action.yml", "runs: { using: node20, main: index.js }\n");

    [Fact]
    public void Tokens_that_nobody_is_seen_to_read_are_named_once() =>
        UseAudit.Of().With(".github/workflows/a.yml", """
            on: push
            env: { A: "${{ [|secrets.READ_TOKEN|] }}", B: "${{ secrets.RELEASE_TOKEN }}" }
            jobs:
              a: { runs-on: x, steps: [{ run: make }] }
              b: { runs-on: x, steps: [{ run: make test }] }
            """).Run<BroadTokenScope>()[0].Confidence.ShouldBe(Confidence.Low);
}
