using Warder.Engine.Fixes;

namespace Warder.Engine.Tests.Fixes;

public sealed class FixTests
{
    private const string Permissions = "excessive-permissions";
    private const string Credentials = "persisted-credentials";
    private const string Registry = "b:\n  new:\n    token: NEW_BOT\n    permissions: [\"issues:write\"]\n    authorized_workflows: [w.yml]\ndeprecated:\n  old:\n    token: OLD_BOT\n    replacement: NEW_BOT\n  lone:\n    token: LONE_BOT\nprohibited:\n  bad:\n    token: BAD_BOT\n";

    [Fact]
    public void Nothing_written_becomes_nothing_at_the_top_and_the_need_at_the_job() => Becomes(
        Permissions,
        "name: x\non: push\n\njobs:\n  tag: # tags\n    runs-on: ubuntu-latest # cheap\n    steps:\n      - uses: actions/checkout@v4\n      - run: git push origin v1\n  idle:\n    runs-on: u\n    steps:\n      - run: echo\n",
        "name: x\non: push\n\npermissions: {}\n\njobs:\n  tag: # tags\n    runs-on: ubuntu-latest # cheap\n    permissions:\n      contents: write # git push\n    steps:\n      - uses: actions/checkout@v4\n      - run: git push origin v1\n  idle:\n    runs-on: u\n    steps:\n      - run: echo\n");

    [Fact]
    public void Where_all_only_read_the_contents_the_top_says_so() => Becomes(
        Permissions,
        "on:\n  push:\n    branches: [main]\njobs:\n  a:\n    runs-on: u\n    steps:\n      - uses: actions/checkout@v4\n",
        "on:\n  push:\n    branches: [main]\n\npermissions:\n  contents: read\n\njobs:\n  a:\n    runs-on: u\n    steps:\n      - uses: actions/checkout@v4\n");

    [Fact]
    public void A_jobs_grant_loses_what_it_does_not_need_and_keeps_its_comments() => Becomes(
        Permissions,
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: u\n    permissions: # of a\n      contents: write # why\n      issues: write # gone\n    steps:\n      - uses: actions/checkout@v4\n",
        "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: u\n    permissions: # of a\n      contents: read # why\n    steps:\n      - uses: actions/checkout@v4\n");

    [Theory]
    [InlineData("permissions:\n      issues: write\n      pull-requests: write", "permissions: {}")]
    [InlineData("permissions: { issues: write }", "permissions: {}")]
    [InlineData("permissions: write-all", "permissions: {}")]
    [InlineData("permissions: read-all # all", "permissions: {} # all")]
    public void A_job_that_needs_nothing_is_granted_nothing(string before, string after) => Becomes(
        Permissions,
        $"on: push\npermissions: {{}}\njobs:\n  a:\n    runs-on: u\n    {before}\n    steps:\n      - run: echo\n",
        $"on: push\npermissions: {{}}\njobs:\n  a:\n    runs-on: u\n    {after}\n    steps:\n      - run: echo\n");

    [Fact]
    public void Flow_style_and_a_job_named_as_a_trigger() => Becomes(
        Permissions,
        "on: { push: }\npermissions: write-all\njobs: { push: { runs-on: u, steps: [ { uses: actions/checkout@v4 }, { run: git push } ] }, b: { runs-on: u, steps: [ { run: echo } ] } }\n",
        "on: { push: }\npermissions: {}\njobs: { push: { permissions: { contents: write }, runs-on: u, steps: [ { uses: actions/checkout@v4 }, { run: git push } ] }, b: { runs-on: u, steps: [ { run: echo } ] } }\n");

    [Fact]
    public void Line_ends_stay_as_they_are() => Becomes(
        Permissions,
        "on: push\r\njobs:\r\n  a:\r\n    runs-on: u\r\n    steps:\r\n      - run: echo\r\n",
        "on: push\r\n\r\npermissions: {}\r\n\r\njobs:\r\n  a:\r\n    runs-on: u\r\n    steps:\r\n      - run: echo\r\n");

    [Theory]
    [InlineData("on: push\njobs:\n  a:\n    runs-on: u\n    steps:\n      - uses: acme/unheard-of@v1\n", "acme/unheard-of@v1")]
    [InlineData("on: workflow_call\njobs:\n  a:\n    runs-on: u\n    steps:\n      - run: echo\n", "other workflows call this one")]
    [InlineData("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: u\n    permissions: write-all\n    steps:\n      - uses: acme/unheard-of@v1\n", "acme/unheard-of@v1")]
    public void What_is_not_known_is_not_narrowed_and_the_reason_is_told(string workflow, string because)
    {
        var file = Fixed.Workflow(workflow, Permissions)!;

        file.IsChanged.ShouldBeFalse();
        file.Declined.ShouldHaveSingleItem().Because.ShouldContain(because);
    }

    [Fact]
    public void What_may_be_needed_stays() =>
        Fixed.Workflow("on: push\npermissions: {}\njobs:\n  a:\n    runs-on: u\n    permissions: { contents: write }\n    steps:\n      - uses: actions/checkout@v4\n      - run: make release\n", Permissions).ShouldBeNull();

    [Theory]
    [InlineData("- uses: actions/checkout@v4", "- uses: actions/checkout@v4\n        with:\n          persist-credentials: false")]
    [InlineData("- name: c\n        uses: actions/checkout@v4 # v4", "- name: c\n        uses: actions/checkout@v4 # v4\n        with:\n          persist-credentials: false")]
    [InlineData("- uses: actions/checkout@v4\n        with:\n          fetch-depth: 0", "- uses: actions/checkout@v4\n        with:\n          persist-credentials: false\n          fetch-depth: 0")]
    [InlineData("- uses: actions/checkout@v4\n        with: { fetch-depth: 0 }", "- uses: actions/checkout@v4\n        with: { persist-credentials: false, fetch-depth: 0 }")]
    [InlineData("- { uses: actions/checkout@v4 }", "- { uses: actions/checkout@v4, with: { persist-credentials: false } }")]
    public void A_checkout_without_a_later_push_keeps_its_token_to_itself(string before, string after) =>
        Becomes(Credentials, $"on: push\njobs:\n  a:\n    runs-on: u\n    steps:\n      {before}\n      - run: echo\n", $"on: push\njobs:\n  a:\n    runs-on: u\n    steps:\n      {after}\n      - run: echo\n");

    [Theory]
    [InlineData("git push")]
    [InlineData("git fetch origin main")]
    [InlineData("git submodule update --init")]
    [InlineData("make release")]
    public void A_checkout_whose_credential_may_be_used_is_left_alone(string command) =>
        Fixed.Workflow($"on: push\njobs:\n  a:\n    runs-on: u\n    steps:\n      - uses: actions/checkout@v4\n      - run: {command}\n", Credentials)!.IsChanged.ShouldBeFalse();

    [Theory]
    [InlineData("${{ secrets.OLD_BOT }}", "${{ secrets.NEW_BOT }}")]
    [InlineData("${{ secrets['OLD_BOT'] }}", "${{ secrets['NEW_BOT'] }}")]
    [InlineData("Bearer ${{ secrets.old_bot || github.token }}", "Bearer ${{ secrets.NEW_BOT || github.token }}")]
    public void A_deprecated_token_is_replaced_by_the_one_the_registry_names(string before, string after) => Becomes(
        "deprecated-token",
        $"on: push\njobs:\n  a:\n    runs-on: u\n    steps:\n      - run: x\n        env:\n          T: {before}\n",
        $"on: push\njobs:\n  a:\n    runs-on: u\n    steps:\n      - run: x\n        env:\n          T: {after}\n",
        (".warder/tokens.yaml", Registry));

    [Theory]
    [InlineData("LONE_BOT", "deprecated-token")]
    [InlineData("BAD_BOT", "prohibited-token")]
    public void A_token_that_only_seems_to_fit_is_put_in_only_when_told(string token, string rule)
    {
        var workflow = $"on: push\njobs:\n  a:\n    runs-on: u\n    steps:\n      - run: x\n        env:\n          T: ${{{{ secrets.{token} }}}}\n";

        Fixed.Workflow(workflow, rule, acceptUnsafe: false, (".warder/tokens.yaml", Registry))!.IsChanged.ShouldBeFalse();
        Fixed.Workflow(workflow, rule, acceptUnsafe: true, (".warder/tokens.yaml", Registry))!.After.ShouldContain("secrets.NEW_BOT");
    }

    [Fact]
    public void Inherited_secrets_become_those_that_are_taken() => Becomes(
        "secrets-inherit",
        "on: push\njobs:\n  a:\n    uses: ./.github/workflows/c.yml\n    secrets: inherit # all\n",
        "on: push\njobs:\n  a:\n    uses: ./.github/workflows/c.yml\n    secrets:\n      KEY: ${{ secrets.KEY }} # all\n",
        (".github/workflows/c.yml", "on:\n  workflow_call:\n    secrets:\n      KEY: { required: true }\njobs:\n  x:\n    runs-on: u\n    steps:\n      - run: echo\n        env: { K: \"${{ secrets.KEY }}\" }\n"));

    [Fact]
    public void A_caller_is_narrowed_after_what_it_calls() =>
        Fixed.Workflow(
            "on: push\npermissions: {}\njobs:\n  a:\n    uses: ./.github/workflows/c.yml\n    permissions: { contents: read, issues: write }\n",
            Permissions,
            acceptUnsafe: false,
            (".github/workflows/c.yml", "on: workflow_call\njobs:\n  x:\n    runs-on: u\n    permissions: { contents: read, issues: write }\n    steps:\n      - uses: actions/checkout@v4\n"))!
            .After.ShouldContain("permissions: { contents: read }\n");

    private static void Becomes(string rule, string before, string after, params (string Path, string Text)[] files)
    {
        var file = Fixed.Workflow(before, rule, acceptUnsafe: false, files).ShouldNotBeNull();

        file.After.ShouldBe(after);
        file.Applied.ShouldNotBeEmpty();
        file.Applied.ShouldAllBe(f => f.Safety == FixSafety.Safe);
    }
}
