using Warder.Engine.Permissions;

namespace Warder.Engine.Tests.Permissions;

/// <summary>Needs that the source of an action or program shows, and that judging jobs of public repositories found wrong or missing.</summary>
public sealed class SourceFactsTests
{
    private const string Pull = "on: pull_request";

    [Theory]
    [InlineData("", "contents:read pull-requests:read pull-requests:write?")]
    [InlineData("\n  with: { check_package_commit_format: false }", "contents:read pull-requests:read")]
    public void A_check_of_commits_writes_labels_only_where_it_checks_packages(string inputs, string needs) =>
        Proven.Steps("- uses: Homebrew/actions/check-commit-format@v1" + inputs, Pull).Told().ShouldBe(needs);

    [Theory]
    [InlineData("crane cp traefik:1 ghcr.io/acme/traefik:1", "packages:write")]
    [InlineData("crane ls ghcr.io/acme/traefik", "packages:read")]
    [InlineData("crane cp traefik:1 docker.io/acme/traefik:1", "packages:read?")]
    public void The_setup_of_crane_logs_in_with_the_default_token(string command, string needs) =>
        Proven.Steps("- uses: imjasonh/setup-crane@v0.4\n- run: " + command).Told().ShouldBe(needs);

    [Theory]
    [InlineData("", "contents:read pull-requests:write?")]
    [InlineData(", local_configuration_path: a.json", "pull-requests:write?")]
    [InlineData(", remote_configuration_url: \"https://example.org/a.json\"", "pull-requests:write?")]
    public void A_check_of_titles_reads_its_configuration_from_the_repository(string inputs, string needs) =>
        Proven.Steps("- uses: thehanimo/pr-title-checker@v1.4.3\n  with: { GITHUB_TOKEN: \"${{ github.token }}\"" + inputs + " }", Pull).Told().ShouldBe(needs);

    [Theory]
    [InlineData("github.token", true)]
    [InlineData("secrets.BOT", false)]
    public void What_an_agent_does_with_the_token_that_it_is_given_is_not_known(string token, bool isOpen) =>
        Proven.Steps("- uses: anthropics/claude-code-action@v1\n  with: { prompt: fix it, github_token: \"${{ " + token + " }}\", claude_args: '--allowedTools \"Bash(gh api:*)\"' }", Pull)
            .Needs.IsResolved.ShouldBe(!isOpen);

    [Theory]
    [InlineData("", "contents:write")]
    [InlineData("\n  with: { token: \"${{ secrets.BOT }}\" }", "")]
    public void A_release_branch_is_pushed_with_the_credential_of_the_checkout(string checkout, string needs) =>
        Proven.Steps("- uses: actions/checkout@v4" + checkout + "\n- uses: getsentry/craft@v2\n  env: { GITHUB_TOKEN: \"${{ secrets.BOT }}\" }").Told().ShouldBe(needs);

    [Theory]
    [InlineData("brew install jq", "")]
    [InlineData("brew test-bot --only-setup", "")]
    [InlineData("brew test-bot --only-formulae", "actions:read? checks:read? contents:read? pull-requests:read?")]
    [InlineData("brew bump-formula-pr --no-fork jq", "contents:write pull-requests:write")]
    [InlineData("brew pr-publish 1", "actions:write pull-requests:read")]
    [InlineData("brew unheard-of", "+?")]
    public void Some_commands_of_brew_ask_the_platform_for_more_than_what_is_public(string command, string needs) =>
        Proven.Steps("- run: " + command + "\n  env: { HOMEBREW_GITHUB_API_TOKEN: \"${{ github.token }}\" }", Pull).Told().ShouldBe(needs);

    [Theory]
    [InlineData("discussions: write", "discussions:write")]
    [InlineData("pull-requests: write", "pull-requests:write")]
    public void A_label_may_be_that_of_a_discussion(string granted, string needs) =>
        Proven.Steps(
            "- uses: actions/github-script@v7\n  with:\n    script: |\n      await github.graphql(`mutation A($l: ID!, $o: ID!) { addLabelsToLabelable(input: { labelIds: [$l], labelableId: $o }) { clientMutationId } }`, {})",
            job: "permissions: { " + granted + " }").Told().ShouldBe(needs);

    private const string App = "- id: app\n  uses: actions/create-github-app-token@v2\n  with: { app-id: 1, private-key: \"${{ secrets.KEY }}\" }\n";

    [Theory]
    [InlineData("", "${{ secrets.GITHUB_TOKEN }}", false)]
    [InlineData("", "${{ github.token }}", false)]
    [InlineData(App, "${{ steps.app.outputs.token }}", false)]
    [InlineData("", "${{ secrets.BOT || github.token }}", false)]
    [InlineData("", "${{ secrets.BOT }}", true)]
    [InlineData("", "${{ steps.app.outputs.token }}", true)]
    [InlineData(App, "${{ steps.app.outputs.slug }}", true)]
    [InlineData("- id: app\n  if: vars.APP\n  uses: actions/create-github-app-token@v2\n  with: { app-id: 1, private-key: x }\n", "${{ steps.app.outputs.token }}", true)]
    [InlineData("", "", true)]
    public void A_token_that_is_surely_given_needs_no_identity(string before, string token, bool asks)
    {
        var job = Proven.Steps($"{before}- uses: anthropics/claude-code-action@v1\n  with: {{ prompt: x, github_token: \"{token}\" }}", "on: push\npermissions: { id-token: write, issues: write }");

        job.Rows.Single(r => r.Permission == "id-token").Verdict.ShouldBe(asks ? token.Length == 0 ? RowVerdict.Right : RowVerdict.Perhaps : RowVerdict.Excess);
    }

    [Fact]
    public void What_is_open_of_a_token_leaves_the_identity_decided()
    {
        var job = Proven.Steps(
            "- uses: anthropics/claude-code-action@v1\n  with: { prompt: x, github_token: \"${{ github.token }}\" }",
            "on: push\npermissions: { id-token: write, actions: read }");

        job.Needs.IsResolved.ShouldBeFalse();
        job.Rows.Select(r => (r.Permission, r.Verdict)).ShouldContain(("id-token", RowVerdict.Excess));
        job.Rows.Select(r => (r.Permission, r.Verdict)).ShouldContain(("actions", RowVerdict.Unknown));
    }

    [Fact]
    public void Another_program_of_the_job_may_ask_for_the_identity() =>
        Proven.Steps(
            "- uses: anthropics/claude-code-action@v1\n  with: { prompt: x, github_token: \"${{ github.token }}\" }\n- run: mystery\n  env: { T: \"${{ secrets.BOT }}\" }",
            "on: push\npermissions: { id-token: write }")
            .Rows.Single(r => r.Permission == "id-token").Verdict.ShouldBe(RowVerdict.Perhaps);

    private const string Label = "const m = `mutation ($l: [ID!]!, $o: ID!) { addLabelsToLabelable(input: { labelIds: $l, labelableId: $o }) { clientMutationId } }`";

    [Theory]
    [InlineData("on: push", "", "issues:write")]
    [InlineData("on: push", "await github.graphql(`query { repository(owner: \"a\", name: \"b\") { discussion(number: 1) { id } } }`)", "discussions:read discussions:write")]
    [InlineData("on: push", "await github.rest.pulls.get({})", "pull-requests:write")]
    [InlineData("on: push\npermissions: { discussions: read }", "", "discussions:write")]
    [InlineData("on: push\npermissions: { discussions: write, issues: read }", "", "discussions:write")]
    public void Of_several_permissions_that_serve_the_one_that_the_job_works_with_is_chosen(string head, string more, string needs)
    {
        var told = Proven.Steps($"- uses: actions/github-script@v8\n  with:\n    script: |\n      {Label}\n      await github.graphql(m, {{}})\n- uses: actions/github-script@v8\n  with:\n    script: |\n      {more}\n", head).Told();

        told.Split(' ')[^1].ShouldBe(needs.Split(' ')[^1]);
    }

    [Theory]
    [InlineData("", "- run: brew dispatch-build-bottle x", "")]
    [InlineData("- uses: Homebrew/actions/setup-homebrew@v1\n", "- run: brew dispatch-build-bottle x", "actions:write")]
    [InlineData("- uses: Homebrew/actions/setup-homebrew@v1\n", "- run: brew install x", "")]
    [InlineData("- uses: Homebrew/actions/setup-homebrew@v1\n", "- run: brew dispatch-build-bottle x\n  env: { HOMEBREW_GITHUB_API_TOKEN: \"${{ secrets.BOT }}\" }", "")]
    [InlineData("- uses: Homebrew/actions/setup-homebrew@v1\n  with: { brew-gh-api-token: \"${{ secrets.BOT }}\" }\n", "- run: brew dispatch-build-bottle x", "")]
    [InlineData("- run: brew dispatch-build-bottle x\n", "- uses: Homebrew/actions/setup-homebrew@v1", "")]
    public void What_an_action_exports_is_the_token_of_later_commands(string before, string steps, string needs) =>
        Proven.Steps(before + steps).Told().ShouldBe(needs);

    [Theory]
    [InlineData("TOKEN: \"${{ secrets.GITHUB_TOKEN }}\"", "packages:read?")]
    [InlineData("TOKEN: \"${{ secrets.BOT }}\"", "")]
    public void A_variable_of_its_own_may_hold_the_token_of_a_registry(string env, string needs) =>
        Proven.Steps($"- id: b\n  env: {{ {env} }}\n  run: echo \"token=$(echo -n \"$TOKEN\" | base64)\" >> \"$GITHUB_OUTPUT\"\n- run: brew test-bot --only-formulae\n  env: {{ HOMEBREW_DOCKER_REGISTRY_TOKEN: \"${{{{ steps.b.outputs.token }}}}\" }}").Told().ShouldBe(needs);
}
