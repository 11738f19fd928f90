using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Engine.Rules.Permissions;
using Warder.Testing;

namespace Warder.Engine.Tests.Rules;

/// <summary>The rules that hold what jobs need against what they are granted.</summary>
public sealed class PermissionRuleTests
{
    private const string Checkout = "- uses: actions/checkout@v4";
    private const string Close = "- { run: gh issue close 1, env: { GH_TOKEN: \"${{ github.token }}\" } }";

    [Theory]
    [InlineData("push", Severity.Warning)]
    [InlineData("pull_request_target", Severity.Error)]
    [InlineData("workflow_call", Severity.Info)]
    public void A_workflow_without_a_grant(string trigger, Severity severity) =>
        Run<MissingPermissions>($"on: {trigger}\njobs:\n  [|a|]:\n    runs-on: x\n    steps:\n      {Checkout}\n  b:\n    runs-on: x\n    steps:\n      {Checkout}\n")[0].Severity.ShouldBe(severity);

    [Theory]
    [InlineData("permissions: {}\n", "")]
    [InlineData("permissions: read-all\n", "")]
    [InlineData("", "    permissions: { contents: read }\n")]
    public void A_written_grant_is_not_missing(string top, string job) =>
        Run<MissingPermissions>($"on: push\n{top}jobs:\n  a:\n    runs-on: x\n{job}    steps:\n      {Checkout}\n");

    [Fact]
    public void The_hint_names_the_proven_minimum() =>
        Run<MissingPermissions>($"on: push\njobs:\n  [|a|]:\n    runs-on: x\n    steps:\n      {Close}\n")[0].Hint.ShouldBe("Write `permissions: {}` at the top and `permissions: { issues: write }` in job a");

    [Fact]
    public void The_hint_names_the_minimum_of_every_job()
    {
        var jobs = $"  [|a|]:\n    runs-on: x\n    steps:\n      {Close}\n  b:\n    uses: ./.github/workflows/c.yml\n  c:\n    uses: ./.github/workflows/c.yml\n  d:\n    runs-on: x\n    steps: [ {{ run: echo }} ]\n";
        var called = (".github/workflows/c.yml", "on: workflow_call\npermissions: { contents: read }\njobs:\n  x:\n    runs-on: u\n    steps: [ { run: echo } ]\n");

        Run<MissingPermissions>($"on: push\njobs:\n{jobs}", files: called)[0].Hint
            .ShouldBe("Write `permissions: {}` at the top, `permissions: { issues: write }` in job a and `permissions: { contents: read }` in jobs b, c");
    }

    [Fact]
    public void The_hint_takes_nothing_from_a_job_of_unknown_need() =>
        Run<MissingPermissions>($"on: push\njobs:\n  [|a|]:\n    runs-on: x\n    steps:\n      {Close}\n  b:\n    runs-on: x\n    steps:\n      - uses: acme/unheard-of@v1\n")[0].Hint
            .ShouldStartWith("Write what each job needs: `permissions: { issues: write }` in job a; of job b it is unknown because acme/unheard-of@v1");

    [Theory]
    [InlineData("permissions: { contents: read }", "Write `permissions: {}`; without the block the settings of the repository decide", Severity.Info)]
    [InlineData("permissions: { issues: write }", "Write `permissions: {}`; without the block the settings of the repository decide", Severity.Warning)]
    [InlineData("permissions: { issues: write, contents: write }", "Write `permissions: {}`; without the block the settings of the repository decide", Severity.Warning)]
    public void The_last_entry_of_a_block_leaves_an_empty_one(string granted, string hint, Severity severity)
    {
        foreach (var workflow in new[] { $"on: push\n{granted}\njobs:\n  a:\n    runs-on: x\n    steps: [ {{ run: echo }} ]\n", $"on: push\njobs:\n  a:\n    {granted}\n    runs-on: x\n    steps: [ {{ run: echo }} ]\n" })
        {
            var found = AuditRunner.Run(new MemoryFiles().With(".github/workflows/w.yml", workflow), rules: [RuleCatalogue.All.OfType<UnusedPermission>().Single()]).Findings;
            found.ShouldAllBe(f => f.Hint == hint && f.Severity == severity);
            found.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void An_entry_beside_others_is_removed() =>
        Run<UnusedPermission>($"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ issues: write, [|checks|]: write }}\n    steps:\n      {Close}\n")[0].Hint.ShouldBe("Remove it");

    [Fact]
    public void A_write_at_the_top_that_others_read_stays_as_a_read() =>
        Run<ExcessivePermissions>("on: push\npermissions: { contents: read, [|pages|]: write, [|id-token|]: write }\njobs:\n  a:\n    runs-on: x\n    steps: [ { uses: actions/configure-pages@v5 } ]\n  b:\n    runs-on: x\n    steps: [ { uses: actions/deploy-pages@v4 } ]\n")
            .Select(f => f.Hint).ShouldBe([
                "Write `pages: read` here, and write `permissions: { id-token: write, pages: write }` in job b: a block at a job takes the place of this one",
                "Take it away here, and write `permissions: { id-token: write, pages: write }` in job b: a block at a job takes the place of this one"]);

    [Fact]
    public void A_job_of_unknown_need_keeps_what_it_needs() =>
        Run<ExcessivePermissions>($"on: push\npermissions: {{ [|issues|]: write, contents: read }}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: acme/unheard-of@v1\n      {Close}\n  b:\n    runs-on: x\n    steps: [ {{ run: echo }} ]\n")[0].Hint
            .ShouldBe("Take it away here, and write `permissions: { issues: write, contents: read }`, as it is now, in job a, whose need is not fully known: a block at a job takes the place of this one");

    [Fact]
    public void A_job_of_unknown_need_is_not_told_to_take_what_it_may_not_need() =>
        Run<ExcessivePermissions>("on: push\npermissions: { [|packages|]: write, contents: read }\njobs:\n  a:\n    runs-on: x\n    steps: [ { uses: acme/unheard-of@v1 } ]\n  b:\n    runs-on: x\n    steps: [ { run: echo } ]\n")[0].Hint
            .ShouldStartWith("Take it away here; whether job a needs it is not known (acme/unheard-of@v1: ");

    [Theory]
    [InlineData("permissions: [|read-all|]", "a", "Write `permissions: { contents: read }`")]
    [InlineData("permissions: [|write-all|]", "a", "Write `permissions: { contents: read, id-token: write }`")]
    public void What_a_job_has_not_and_may_need_is_not_added(string granted, string job, string hint) =>
        Run<ExcessivePermissions>($"on: push\n{granted}\njobs:\n  {job}:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n      - uses: CodSpeedHQ/action@v4\n        with: {{ mode: simulation }}\n")[0].Hint.ShouldBe(hint);

    [Fact]
    public void Settings_give_no_identity_token() =>
        Run<MissingPermissions>("on: push\njobs:\n  [|a|]:\n    runs-on: x\n    steps:\n      - uses: actions/checkout@v4\n      - uses: CodSpeedHQ/action@v4\n        with: { mode: simulation }\n")[0].Hint
            .ShouldBe("Write `permissions: {}` at the top and `permissions: { contents: read }` in job a");

    [Fact]
    public void A_write_at_the_top_that_every_job_only_reads()
    {
        var found = Run<ExcessivePermissions>($"on: push\npermissions: {{ contents: [|write|] }}\njobs:\n  a:\n    runs-on: x\n    steps:\n      {Checkout}\n  b: {{ runs-on: x, steps: [ {{ run: echo }} ] }}\n")[0];

        found.Message.ShouldBe("`contents: write` is granted to every job, and none writes it; job a needs to read only");
        found.Hint.ShouldBe("Write `contents: read`");
    }

    [Theory]
    [InlineData("- uses: acme/unheard-of@v1")]
    [InlineData("- { run: git push, if: github.ref }")]
    [InlineData("- { run: gh release create v1, env: { GH_TOKEN: \"${{ secrets.BOT || github.token }}\" } }")]
    public void A_write_at_the_top_that_a_job_may_need(string step) =>
        Run<ExcessivePermissions>($"on: push\npermissions: {{ contents: write }}\njobs:\n  a:\n    runs-on: x\n    steps:\n      {Checkout}\n      {step}\n");

    [Fact]
    public void Read_all_that_no_job_inherits_is_not_named() =>
        Run<ExcessivePermissions>("on: push\npermissions: read-all\njobs:\n  a:\n    runs-on: x\n    permissions: { issues: read }\n    steps: [ { run: echo } ]\n");

    [Fact]
    public void Write_all_that_no_job_inherits_is_information() =>
        Run<ExcessivePermissions>("on: push\npermissions: [|write-all|]\njobs:\n  a:\n    runs-on: x\n    permissions: { issues: read }\n    steps: [ { run: echo } ]\n")[0].Severity.ShouldBe(Severity.Info);

    [Theory]
    [InlineData("permissions: [|write-all|]\n", "", Severity.Error)]
    [InlineData("permissions: [|read-all|]\n", "", Severity.Warning)]
    [InlineData("", "    permissions: [|write-all|]\n", Severity.Error)]
    [InlineData("", "    permissions: { contents: [|write|] }\n", Severity.Error)]
    public void A_grant_that_is_too_wide(string top, string job, Severity severity) =>
        Run<ExcessivePermissions>($"on: push\n{top}jobs:\n  a:\n    runs-on: x\n{job}    steps:\n      {Checkout}\n")[0].Severity.ShouldBe(severity);

    [Fact]
    public void A_write_at_the_top_that_one_job_needs_belongs_to_that_job() =>
        Run<ExcessivePermissions>($"on: push\npermissions:\n  [|issues|]: write\njobs:\n  a: {{ runs-on: x, steps: [ {Close[2..]} ] }}\n  b: {{ runs-on: x, steps: [ {{ run: echo }} ] }}\n")[0].Hint.ShouldBe("Take it away here, and write `permissions: { issues: write }` in job a: a block at a job takes the place of this one");

    [Theory]
    [InlineData("- uses: acme/unheard-of@v1")]
    [InlineData("- uses: actions/checkout@v4\n      - run: git push")]
    [InlineData("- uses: actions/checkout@v4\n      - run: make release")]
    public void A_write_that_may_be_needed_is_left_alone(string steps)
    {
        var workflow = $"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: write }}\n    steps:\n      {steps}\n";

        Run<ExcessivePermissions>(workflow);
        Run<UnusedPermission>(workflow);
    }

    [Theory]
    [InlineData("permissions: { [|issues|]: write }\n", "")]
    [InlineData("", "    permissions: { contents: read, [|issues|]: write }\n")]
    [InlineData("", "    permissions: { contents: read, [|issues|]: read }\n")]
    public void A_grant_that_nothing_needs(string top, string job) =>
        Run<UnusedPermission>($"on: push\n{top}jobs:\n  a:\n    runs-on: x\n{job}    steps:\n      {Checkout}\n");

    [Fact]
    public void A_registered_token_with_a_permission_that_no_use_needs() =>
        Run<UnusedPermission>(
            "on: push\njobs: { a: { runs-on: x, steps: [ { run: gh issue close 1, env: { GH_TOKEN: \"${{ secrets.BOT }}\" } } ] } }\n",
            "b:\n  x:\n    token: BOT\n    permissions: [\"issues:write\", [|\"contents:write\"|]]\n");

    [Fact]
    public void A_registered_token_with_a_use_that_is_not_known_is_left_alone() =>
        Run<UnusedPermission>(
            "on: push\njobs: { a: { runs-on: x, steps: [ { run: ./deploy, env: { T: \"${{ secrets.BOT }}\" } } ] } }\n",
            "b:\n  x:\n    token: BOT\n    permissions: [\"contents:write\"]\n");

    [Fact]
    public void A_write_that_is_not_granted() =>
        Run<InsufficientPermissions>($"on: push\npermissions: [|{{ contents: read }}|]\njobs:\n  a:\n    runs-on: x\n    steps:\n      {Close}\n")[0].Message
            .ShouldBe("Job a needs `issues: write` for gh issue close (line 7)");

    [Theory]
    [InlineData("- uses: actions/checkout@v4")]
    [InlineData("- { run: gh issue list, env: { GH_TOKEN: \"${{ github.token }}\" } }")]
    [InlineData("- { run: gh issue close 1, env: { GH_TOKEN: \"${{ secrets.BOT }}\" } }")]
    [InlineData("- { run: gh issue close 1, env: { GH_TOKEN: \"${{ secrets.BOT || github.token }}\" } }")]
    [InlineData("- { run: gh issue close 1, if: false, env: { GH_TOKEN: \"${{ github.token }}\" } }")]
    public void Nothing_is_missing(string step) => Run<InsufficientPermissions>($"on: push\npermissions: {{}}\njobs:\n  a:\n    runs-on: x\n    steps:\n      {step}\n");

    [Theory]
    [InlineData("  [|issues|]: write\n")]
    [InlineData("  # why\n  contents: read\n  [|issues|]: write\n")]
    public void A_grant_without_a_reason(string grants) => Run<UndocumentedPermissions>($"on: push\npermissions:\n{grants}jobs: {{ a: {{ runs-on: x, steps: [ {{ run: x }} ] }} }}\n");

    [Theory]
    [InlineData("  issues: write # closes the report\n")]
    [InlineData("  # closes the report\n  issues: write\n")]
    [InlineData("  contents: read\n")]
    [InlineData("  issues: none\n")]
    public void A_grant_with_a_reason(string grants) => Run<UndocumentedPermissions>($"on: push\npermissions:\n{grants}jobs: {{ a: {{ runs-on: x, steps: [ {{ run: x }} ] }} }}\n");

    [Theory]
    [InlineData("issues:read", true)]
    [InlineData("issues:write", false)]
    [InlineData("repo", false)]
    [InlineData("pull_requests:write", true)]
    public void A_registered_token_used_for_more(string declared, bool isFound)
    {
        var reference = isFound ? "[|secrets.BOT|]" : "secrets.BOT";
        Run<PermissionsExceedRegistry>(
            $"on: push\njobs: {{ a: {{ runs-on: x, steps: [ {{ run: gh issue close 1, env: {{ GH_TOKEN: \"${{{{ {reference} }}}}\" }} }} ] }} }}\n",
            $"b:\n  x:\n    token: BOT\n    permissions: [\"{declared}\"]\n");
    }

    [Theory]
    [InlineData("owner: acme, permission-issues: write", "[|actions/create-github-app-token@v2|]")]
    [InlineData("repositories: site", "[|actions/create-github-app-token@v2|]")]
    [InlineData("owner: acme, repositories: site, permission-issues: write", "actions/create-github-app-token@v2")]
    [InlineData("permission-issues: write", "actions/create-github-app-token@v2")]
    public void An_apps_token(string inputs, string action) =>
        Run<AppTokenScope>($"on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: {action}\n        with: {{ app-id: x, {inputs} }}\n");

    [Theory]
    [InlineData("on: workflow_call\njobs:\n  x:\n    permissions: { packages: read, contents: read }\n    runs-on: u\n    steps: [ { run: echo } ]\n")]
    [InlineData("on: workflow_call\npermissions: { packages: read }\njobs:\n  x:\n    runs-on: u\n    steps: [ { run: echo } ]\n")]
    [InlineData("on: workflow_call\njobs:\n  x:\n    uses: ./.github/workflows/d.yml\n")]
    [InlineData("on: workflow_call\npermissions: { packages: read }\njobs:\n  x:\n    permissions: {}\n    runs-on: u\n    steps: [ { run: echo } ]\n")]
    public void A_call_that_asks_for_more_than_its_caller_grants(string called)
    {
        const string Deep = "on: workflow_call\njobs:\n  y:\n    permissions: { packages: read }\n    runs-on: u\n    steps: [ { run: echo } ]\n";
        var found = Run<InsufficientPermissions>(
            "on: push\njobs:\n  a:\n    permissions: [|{ contents: read }|]\n    uses: ./.github/workflows/c.yml\n",
            files: [(".github/workflows/c.yml", called), (".github/workflows/d.yml", Deep)]);

        found[0].Severity.ShouldBe(Severity.Error);
        found[0].Confidence.ShouldBe(Confidence.High);
        found[0].Message.ShouldStartWith("Job a does not grant `packages: read`, and ");
    }

    [Theory]
    [InlineData("permissions: { contents: read }", "Add `issues: write`, and first at the caller, or the whole workflow does not start: job c of .github/workflows/c.yml")]
    [InlineData("permissions: { contents: read, issues: write }", "Add `issues: write`")]
    [InlineData("permissions: write-all", "Add `issues: write`")]
    [InlineData("name: c", "Add `issues: write`")]
    [InlineData(null, "Add `issues: write`; every caller must grant it too, or its workflow does not start")]
    public void What_a_called_workflow_lacks_its_callers_must_grant_too(string? granted, string hint)
    {
        (string, string)[] caller = granted is null ? [] : [(".github/workflows/c.yml", $"on: push\njobs:\n  c:\n    {granted}\n    uses: ./.github/workflows/w.yml\n")];
        Run<InsufficientPermissions>($"on: workflow_call\npermissions: [|{{ contents: read }}|]\njobs:\n  a:\n    runs-on: x\n    steps:\n      {Close}\n", files: caller)[0].Hint.ShouldBe(hint);
    }

    [Fact]
    public void A_caller_of_a_caller_is_named_too() =>
        Run<InsufficientPermissions>(
            $"on: workflow_call\npermissions: [|{{ contents: read }}|]\njobs:\n  a:\n    runs-on: x\n    steps:\n      {Close}\n",
            files:
            [
                (".github/workflows/c.yml", "on: workflow_call\njobs:\n  c:\n    uses: ./.github/workflows/w.yml\n"),
                (".github/workflows/d.yml", "on: push\npermissions: { contents: read }\njobs:\n  d:\n    uses: ./.github/workflows/c.yml\n"),
            ])[0].Hint.ShouldBe("Add `issues: write`, and first at the caller, or the whole workflow does not start: job d of .github/workflows/d.yml");

    [Fact]
    public void A_call_that_writes_more_than_read_all() =>
        Run<InsufficientPermissions>(
            "on: push\npermissions: [|read-all|]\njobs:\n  a:\n    uses: ./.github/workflows/c.yml\n",
            files: (".github/workflows/c.yml", "on: workflow_call\njobs:\n  x:\n    permissions: { issues: write }\n    runs-on: u\n    steps: [ { run: echo } ]\n"));

    [Theory]
    [InlineData("permissions: { packages: read, contents: read }")]
    [InlineData("permissions: { packages: write }")]
    [InlineData("permissions: read-all")]
    [InlineData("name: a")]
    public void A_call_that_asks_for_no_more_than_its_caller_grants(string granted) =>
        Run<InsufficientPermissions>(
            $"on: push\njobs:\n  a:\n    {granted}\n    uses: ./.github/workflows/c.yml\n",
            files: (".github/workflows/c.yml", "on: workflow_call\njobs:\n  x:\n    permissions: { packages: read }\n    runs-on: u\n    steps: [ { run: echo } ]\n"));

    [Fact]
    public void A_called_job_that_writes_nothing_down_asks_for_nothing() =>
        Run<InsufficientPermissions>(
            "on: push\njobs:\n  a:\n    permissions: { issues: read }\n    uses: ./.github/workflows/c.yml\n",
            files: (".github/workflows/c.yml", "on: workflow_call\njobs:\n  x:\n    runs-on: u\n    steps: [ { uses: actions/checkout@v4 } ]\n"));

    [Fact]
    public void An_apps_token_that_stays_valid() =>
        Run<AppTokenScope>("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: actions/create-github-app-token@v2\n        with: { permission-issues: write, [|skip-token-revoke|]: true }\n");

    [Theory]
    [InlineData("- run: npm ci")]
    [InlineData("- uses: actions/cache@v4\n      - run: make")]
    [InlineData("- uses: actions/cache@v4\n      - uses: ./build")]
    [InlineData("- uses: jdx/mise-action@dba19683ed58901619b14f395a24841710cb4925\n      - run: go build")]
    [InlineData("- uses: swatinem/rust-cache@c19371144df3bb44fab255c43d04cbc2ab54d1c4\n        with: { save-if: false }\n      - run: make")]
    [InlineData("- uses: astral-sh/setup-uv@20cfd1bf945f4377ade1205e4dbc17946fc9a30d\n        with: { enable-cache: true }\n      - run: uv sync")]
    [InlineData("- uses: actions/setup-node@v4\n        with: { cache: npm }\n      - run: make")]
    [InlineData("- uses: actions/setup-go@v5\n      - run: make")]
    [InlineData("- run: pnpx pkg-pr-new publish --compact")]
    [InlineData("- run: npx --yes thing@latest")]
    [InlineData("- run: uvx --from thing==1.2 tool")]
    [InlineData("- run: pipx run thing")]
    [InlineData("- uses: acme/build@v1")]
    [InlineData("- uses: nick-fields/retry@ad984534de44a9489a53aefd81eb77f87c70dc60\n        with: { command: npm ci }")]
    public void An_identity_beside_code_of_others(string step) =>
        Run<OidcBesideUntrustedCode>($"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ [|id-token|]: write }}\n    steps:\n      {step}\n");

    [Theory]
    [InlineData("- run: npm ci --ignore-scripts")]
    [InlineData("- run: npm ci\n        working-directory: tool")]
    [InlineData("- run: npm ci\n        env: { npm_config_ignore_scripts: true }")]
    [InlineData("- run: yarn install\n        working-directory: tool")]
    [InlineData("- run: make\n      - uses: actions/cache@v4")]
    [InlineData("- uses: actions/cache@v4\n      - uses: actions/upload-artifact@v4")]
    [InlineData("- uses: actions/cache@v4\n        with: { lookup-only: true }\n      - run: make")]
    [InlineData("- uses: jdx/mise-action@dba19683ed58901619b14f395a24841710cb4925\n        with: { cache: false }\n      - run: go build")]
    [InlineData("- uses: astral-sh/setup-uv@20cfd1bf945f4377ade1205e4dbc17946fc9a30d # v10.0.1\n      - run: uv sync")]
    [InlineData("- uses: actions/setup-go@v3\n      - run: make")]
    [InlineData("- uses: actions/setup-node@v4\n      - run: make")]
    [InlineData("- run: npx thing@1.2.3")]
    [InlineData("- run: npx tsx a.ts")]
    [InlineData("- run: npm ci --ignore-scripts\n      - run: npx thing")]
    [InlineData("- run: npx ./package.tgz")]
    [InlineData("- run: npx --package= thing")]
    [InlineData("- run: uvx thing@0.1.2")]
    [InlineData("- run: uvx --help")]
    [InlineData("- uses: actions/checkout@v4")]
    [InlineData("- uses: acme/build@8558fd74291d67161a8a78ce36a881fa63b766a9")]
    [InlineData("- run: python -m pip install build")]
    [InlineData("- uses: nick-fields/retry@ad984534de44a9489a53aefd81eb77f87c70dc60\n        with: { command: npm ci --ignore-scripts }")]
    [InlineData("- uses: vmactions/freebsd-vm@ad984534de44a9489a53aefd81eb77f87c70dc60\n        with: { run: npm ci }")]
    public void An_identity_alone(string step) =>
        Run<OidcBesideUntrustedCode>($"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ id-token: write }}\n    steps:\n      {step}\n");

    [Theory]
    [InlineData("ubuntu-latest", true)]
    [InlineData("ubuntu-24.04-arm", true)]
    [InlineData("self-hosted", false)]
    [InlineData("depot-ubuntu-24.04", false)]
    public void A_cache_that_is_restored_unasked_where_the_platform_hosts(string runner, bool isFound) =>
        Run<OidcBesideUntrustedCode>($"on: push\njobs:\n  a:\n    runs-on: {runner}\n    permissions: {{ {(isFound ? "[|id-token|]" : "id-token")}: write }}\n    steps:\n      - uses: astral-sh/setup-uv@20cfd1bf945f4377ade1205e4dbc17946fc9a30d # v10.0.1\n      - run: uv sync\n");

    [Fact]
    public void Every_step_beside_the_identity_is_named() =>
        Run<OidcBesideUntrustedCode>("on: push\njobs:\n  a:\n    runs-on: x\n    permissions: { [|id-token|]: write }\n    steps:\n      - uses: actions/cache@v4\n      - name: Install\n        run: npm ci\n      - run: npx thing\n        name: Publish\n      - run: pnpx thing\n")[0]
            .Message.ShouldBe("Job a may ask for an identity token, and its step 1 restores a cache, its step Install runs the scripts of dependencies (`npm ci`) and its step 4 downloads and runs a package whose version is not fixed (`pnpx thing`)");

    [Theory]
    [InlineData("with: { cache: true }", true)]
    [InlineData("with: { cache: false }", false)]
    [InlineData("with: { cache: \"${{ github.ref_protected }}\" }", true)]
    [InlineData("name: Setup", false)]
    public void The_steps_of_an_action_of_the_repository_count_where_its_inputs_let_them_run(string with, bool isFound)
    {
        const string Action = "name: s\ninputs: { cache: { default: 'no' } }\nruns:\n  using: composite\n  steps:\n    - uses: actions/cache@v4\n      if: inputs.cache == 'true'\n    - run: make\n      shell: bash\n";
        var found = Run<OidcBesideUntrustedCode>(
            $"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ {(isFound ? "[|id-token|]" : "id-token")}: write }}\n    steps:\n      - uses: ./.github/actions/s\n        {with}\n",
            files: (".github/actions/s/action.yml", Action));
        if (isFound)
        {
            found[0].Message.ShouldEndWith("its step 1 restores a cache in .github/actions/s/action.yml");
            found[0].Related.Select(r => r.Location.Path).ShouldBe([".github/workflows/w.yml", ".github/actions/s/action.yml"]);
        }
    }

    /// <summary>Audits with one rule and holds its findings against the marks.</summary>
    private static IReadOnlyList<Finding> Run<T>(string workflow, string? registry = null, params (string Path, string Text)[] files)
        where T : Rule
    {
        var rule = RuleCatalogue.All.OfType<T>().Single();
        var (w, r) = (MarkedText.Parse(workflow), MarkedText.Parse(registry ?? ""));
        var memory = new MemoryFiles().With(".github/workflows/w.yml", w.Text)
            .With("tool/.npmrc", "audit = false\nignore-scripts = true\n").With("tool/.yarnrc.yml", "enableScripts: false\n").With("package.json", "{ \"devDependencies\": { \"tsx\": \"4\" } }");
        foreach (var (path, text) in files)
        {
            memory.With(path, text);
        }

        if (registry is not null)
        {
            memory.With(".warder/tokens.yaml", r.Text);
        }

        var found = AuditRunner.Run(memory, rules: [rule]).Findings;
        found.Select(f => f.Location.Span).ShouldBe([.. r.Spans, .. w.Spans], ignoreOrder: true, string.Join('\n', found.Select(f => f.Message)));
        return found;
    }
}
