using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules.Registry;
using Warder.Engine.Rules;
using Warder.Engine.Tests.Registry;
using Warder.Testing;
using static Warder.Engine.Tests.Rules.Registry.RegistryAudit;

namespace Warder.Engine.Tests.Rules.Registry;

public sealed class RegistryRuleTests
{
    [Fact]
    public void A_missing_registry_is_one_critical_finding_at_its_place()
    {
        var finding = Findings<RegistryMissing>(registry: null, policy: "version: 1\n", workflow: Workflow).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Location.Path.ShouldBe(".codex/tokens/token_scope_map.yaml");
        finding.Message.ShouldBe("There is no token registry for the one token that this repository's automation uses");
        finding.Hint!.ShouldContain("warder registry discover --write");
    }

    [Fact]
    public void A_repository_that_never_adopted_one_is_only_warned() =>
        Findings<RegistryMissing>(registry: null, workflow: Workflow).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Fact]
    public void A_missing_registry_is_critical_where_the_rules_of_governance_are_enforced() =>
        AuditRunner.Run(new MemoryFiles().With(".github/workflows/w.yml", Workflow), new AuditOptions { Start = RuleStart.Validation }, rules: [new RegistryMissing()])
            .Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Critical);

    [Theory]
    [InlineData("A: ${{ secrets.CI_TOKEN }}\n                  B: ${{ secrets.AZURE_CLIENT_ID }}\n                  C: ${{ secrets.CLOUDFLARE_ACCOUNT_ID }}\n                  D: ${{ secrets.ACTIONS_STEP_DEBUG }}", "for the one token")]
    [InlineData("A: ${{ secrets.CI_TOKEN }}\n                  B: ${{ toJSON(secrets) }}", "for the one token")]
    [InlineData("A: ${{ toJSON(secrets) }}", "for the secrets that this repository's automation uses without naming them")]
    public void Only_tokens_are_counted(string variables, string says) =>
        Findings<RegistryMissing>(registry: null, workflow: Workflow.Replace("A: ${{ secrets.CI_TOKEN }}", variables.Replace("                  ", "          ", StringComparison.Ordinal), StringComparison.Ordinal))
            .ShouldHaveSingleItem().Message.ShouldContain(says);

    [Theory]
    [InlineData("secrets.AZURE_CLIENT_ID")]
    [InlineData("secrets.ACTIONS_RUNNER_DEBUG")]
    public void Identifiers_need_no_registry(string reference) =>
        Run<RegistryMissing>(registry: null, workflow: Workflow.Replace("secrets.CI_TOKEN", reference, StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void What_a_caller_hands_in_needs_no_registry_here() =>
        Run<RegistryMissing>(registry: null, workflow: Workflow.Replace("on: push", "on: { workflow_call: { secrets: { CI_TOKEN: {} } } }", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Only_the_default_token_makes_a_missing_registry_a_note() =>
        Findings<RegistryMissing>(registry: null, workflow: Workflow.Replace("CI_TOKEN", "GITHUB_TOKEN")).ShouldHaveSingleItem()
            .Severity.ShouldBe(Severity.Info);

    [Fact]
    public void A_repository_without_tokens_needs_no_registry() =>
        Run<RegistryMissing>(registry: null, workflow: "on: push\njobs: {a: {runs-on: x, steps: [{run: make}]}}\n").ShouldBeEmpty();

    [Fact]
    public void An_unreadable_registry_is_invalid_and_not_missing_and_nothing_else()
    {
        const string Text = "- CI_TOKEN\n";

        Run<RegistryMissing>(Text, workflow: Workflow).ShouldBeEmpty();
        Run<RegistryIncomplete>(Text, workflow: Workflow).ShouldBeEmpty();
        Run<TokenUnused>(Text, workflow: Workflow).ShouldBeEmpty();
        Run<RegistryInvalid>(Text, workflow: Workflow).ShouldHaveSingleItem().ShouldStartWith("1:1 Critical The registry must be a mapping");
    }

    [Fact]
    public void A_token_twice_is_found_at_the_second_place_whatever_its_case() =>
        Run<RegistryDuplicateToken>("a:\n  x: {token: CI_TOKEN}\nprohibited:\n  y: {token: ci_token}\n").ShouldBe(
            ["4:14 Error CI_TOKEN is registered as `a.x` and prohibited as `prohibited.y` | Keep the entry that is true"]);

    [Theory]
    [InlineData("pull_request:write", "There is no permission `pull_request:write` | Did you mean `pull_requests:write`?")]
    [InlineData("pull-request:write", "There is no permission `pull-request:write` | Did you mean `pull-requests:write`?")]
    [InlineData("issues:wirte", "There is no level `wirte` | Did you mean `write`?")]
    [InlineData("issues", "The permission `issues` has no level | Write `issues:read` or `issues:write`")]
    [InlineData("metadata:write", "The permission `metadata` has no level `write` | Its levels are `read`")]
    [InlineData("s3:PutObject", "There is no permission `s3:PutObject` | Where the token is another provider's, name it: `provider: npm`")]
    [InlineData("read:orgs", "There is no permission `read:orgs` | Did you mean `read:org`?")]
    [InlineData("issue", "There is no permission `issue` | Did you mean `issues`?")]
    [InlineData("repoo", "There is no permission `repoo` | Did you mean `repo`?")]
    public void An_unknown_permission_is_found_with_a_suggestion(string permission, string expected) =>
        Run<RegistryUnknownPermission>(Entry($"permissions: ['{permission}']")).ShouldBe([$"4:19 Error {expected}"]);

    [Theory]
    [InlineData("pull_requests:write", null)]
    [InlineData("pull-requests:write", null)]
    [InlineData("administration:read", null)]
    [InlineData("repo", null)]
    [InlineData("read:org", null)]
    [InlineData("repo:status", null)]
    [InlineData("contents:none", null)]
    [InlineData("s3:PutObject", "provider: aws")]
    [InlineData("publish", "provider: npm")]
    [InlineData("publish", null)]
    [InlineData("anything", "kind: webhook")]
    public void A_known_permission_and_other_providers_words_are_fine(string permission, string? field) =>
        Run<RegistryUnknownPermission>(Entry($"permissions: ['{permission}']", field ?? "role: x")).ShouldBeEmpty();

    [Fact]
    public void An_own_scope_of_the_policy_is_known() =>
        Run<RegistryUnknownPermission>(Entry("permissions: ['quantum-jobs:write']"), policy: "facts: {scopes: [quantum-jobs]}\n").ShouldBeEmpty();

    [Fact]
    public void Paths_that_are_there_in_any_form_are_not_stale() =>
        Run<RegistryStalePath>(
            Entry("authorized_workflows: [ci.yml, ./.github/workflows/ci.yml, 'c?.yml', '**/*.yml', all]", "authorized_scripts: [.github/]"),
            workflow: Workflow).ShouldBeEmpty();

    [Fact]
    public void A_path_that_is_not_there_is_stale_with_a_suggestion() =>
        Run<RegistryStalePath>(
            Entry("authorized_workflows: [cj.yml, workflows/ci.yml, 'pr-*.yml']", "authorized_scripts: .github/workflows"),
            workflow: Workflow).ShouldBe(
            [
                "4:28 Warning The workflow .github/workflows/cj.yml, authorized for CI_TOKEN, is not in the repository | Did you mean `.github/workflows/ci.yml`?",
                "4:36 Warning The workflow workflows/ci.yml, authorized for CI_TOKEN, is not in the repository | Did you mean `.github/workflows/ci.yml`?",
                "4:54 Warning No file fits .github/workflows/pr-*.yml, authorized for CI_TOKEN | Remove the line, or name the file that took its place",
                "5:25 Warning The script .github/workflows, authorized for CI_TOKEN, is not in the repository | It is a folder: write `.github/workflows/` for everything below it",
            ]);

    [Fact]
    public void A_file_that_is_no_workflow_is_not_suggested_for_one()
    {
        var files = new MemoryFiles().With(RegistryText.Path, Entry("authorized_workflows: [release.yml]")).With("release.yml", "a: b\n");

        AuditRunner.Run(files).Findings.Single(f => f.Rule.Slug == "registry-stale-path").Hint!.ShouldStartWith("Remove the line");
    }

    [Fact]
    public void An_incomplete_entry_is_one_finding_that_lists_all_it_lacks() =>
        Run<RegistryIncomplete>(Entry("permissions: []", "role: x")).ShouldBe(
            ["3:12 Warning The entry of CI_TOKEN lacks `bot_identity`, `purpose` and `permissions` | Add `bot_identity`, `purpose` and `permissions` to `ci.bot`"]);

    [Fact]
    public void The_policy_says_which_fields_an_entry_needs() =>
        Run<RegistryIncomplete>(Entry("purpose: x"), policy: "required-fields: [owner, purpose, authorized_workflows]\n").ShouldHaveSingleItem()
            .ShouldContain("lacks `owner` and `authorized_workflows`");

    [Fact]
    public void Deprecated_and_prohibited_entries_need_nothing() =>
        Run<RegistryIncomplete>("deprecated:\n  a: {token: A_TOKEN}\nprohibited: [B_TOKEN]\n").ShouldBeEmpty();

    [Fact]
    public void Totals_are_compared_with_distinct_tokens() =>
        Run<RegistryMetadataMismatch>("ci:\n  a: {token: A_KEY}\n  b: {token: a_key}\ndeprecated: [B_KEY]\nmetadata: {total_registered_tokens: 2, deprecated_tokens: 1, prohibited_tokens: 3}\n")
            .ShouldBe(
            [
                "5:37 Warning `total_registered_tokens` says 2, but 1 token is registered | Write `total_registered_tokens: 1`, once each entry is meant to be there",
                "5:81 Warning `prohibited_tokens` says 3, but 0 tokens are prohibited | Write `prohibited_tokens: 0`, once each entry is meant to be there",
            ]);

    [Fact]
    public void The_hierarchy_is_compared_with_the_entries() =>
        Run<RegistryMetadataMismatch>("""
            ci: {a: {token: A_KEY}}
            deprecated: [OLD_KEY]
            prohibited: [GITHUB_TOKEN]
            hierarchy:
              main:
                primary: A_KEY
                second: OLD_KEY
                third: GONE_KEY
                last: GITHUB_TOKEN
                prohibited: A_KEY
                deprecated: OLD_KEY
                note: A_KEY or OLD_KEY
            """).Select(f => f[..f.IndexOf(" |", StringComparison.Ordinal)]).ShouldBe(
            [
                "7:13 Warning The hierarchy names OLD_KEY as `second`, but it is deprecated",
                "8:12 Warning The hierarchy names GONE_KEY, which is not in the registry",
                "9:11 Warning The hierarchy names GITHUB_TOKEN as `last`, but it is prohibited",
                "10:17 Warning The hierarchy calls A_KEY `prohibited`, but it is registered for use",
            ]);

    [Theory]
    [InlineData("low", "issues:write", "medium")]
    [InlineData("medium", "actions:write", "high")]
    [InlineData("low", "repo", "high")]
    [InlineData("medium", "contents:write", "high")]
    public void A_risk_below_the_permissions_is_found(string declared, string permission, string implied) =>
        Run<RegistryRiskMismatch>(Entry($"risk: {declared}", $"permissions: ['contents:read', '{permission}']")).ShouldHaveSingleItem()
            .ShouldStartWith($"4:11 Warning CI_TOKEN is declared {declared}, but `{permission}` makes it {implied}");

    [Theory]
    [InlineData("medium", "issues:write")]
    [InlineData("critical", "issues:write")]
    [InlineData("high", "contents:write")]
    [InlineData("low", "contents:read")]
    [InlineData("low", "never-heard-of:write")]
    public void A_risk_that_fits_or_exceeds_is_fine(string declared, string permission) =>
        Run<RegistryRiskMismatch>(Entry($"risk: {declared}", $"permissions: ['{permission}']")).ShouldBeEmpty();

    [Fact]
    public void High_is_below_critical_where_the_registry_knows_both() =>
        Run<RegistryRiskMismatch>(Entry("risk: high", "permissions: ['contents:write']") + "  other: {token: B_KEY, risk: critical}\n").ShouldHaveSingleItem()
            .ShouldContain("is declared high, but `contents:write` makes it critical");

    [Fact]
    public void A_deprecated_token_needs_a_replacement() =>
        Run<DeprecatedWithoutReplacement>("deprecated:\n  a: {token: A_KEY}\n  b: {token: B_KEY, replacement: none}\n  c: {token: C_KEY, replaced_by: A}\n")
            .ShouldHaveSingleItem().ShouldStartWith("2:14 Warning A_KEY is deprecated");
}
