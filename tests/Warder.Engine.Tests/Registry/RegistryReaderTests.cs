using Warder.Engine.Registry;
using Warder.Pipelines;
using Warder.Testing;

namespace Warder.Engine.Tests.Registry;

public sealed class RegistryReaderTests
{
    [Fact]
    public void Reads_the_registry_of_the_sample_without_a_problem()
    {
        var text = File.ReadAllText(RepositoryRoot.Combine("samples", "onboarding", ".codex", "tokens", "token_scope_map.yaml"));

        var registry = RegistryText.Read(text);

        registry.Problems.ShouldBeEmpty();
        registry.IsReadable.ShouldBeTrue();
        registry.Entries.Count(e => e.Status == TokenStatus.Registered).ShouldBe(12);
        registry.Entries.Select(e => e.Category).Distinct().ShouldBe(
            ["ci_automation", "specialized_bots", "monitoring", "security", "orchestration", "deprecated", "prohibited"]);
        registry.Find("github_token")!.Status.ShouldBe(TokenStatus.Prohibited);
        registry.Find("CI_BOT_TOKEN")!.DeprecationDate.ShouldBe(new DateOnly(2026, 3, 31));
        registry.Hierarchy.Select(h => $"{h.Group}.{h.Role}={h.Token}").ShouldContain("github_automation.prohibited=GITHUB_TOKEN");
        registry.Metadata["total_registered_tokens"].Text.ShouldBe("11");
        registry.Compliance["policy"].Text.ShouldBe("No Default Token Policy v1.0");
    }

    [Fact]
    public void Reads_every_field_of_an_entry_with_its_place()
    {
        var registry = RegistryText.Read("""
            ci:
              bot:
                token: ci_token
                bot_identity: "acme-ci"
                kind: fine-grained-pat
                risk: HIGH
                restricted: yes
                created: 2026-01-02
                rotated: 2026-03-04T10:00:00Z
                expires: 2027-01-02
                rotation_days: 90d
                environment: production
            """);

        registry.Problems.ShouldBeEmpty();
        var entry = registry.Entries.ShouldHaveSingleItem();
        entry.Name.ShouldBe("CI_TOKEN");
        entry.WrittenName.ShouldBe("ci_token");
        registry.Source.GetText(entry.NameSpan).ShouldBe("ci_token");
        registry.Source.GetText(entry.IdSpan).ShouldBe("bot");
        entry.BotIdentity.ShouldBe("acme-ci");
        entry["kind"].ShouldBe("pat-fine-grained");
        entry.Risk.ShouldBe(RiskLevel.High);
        entry.Restricted.ShouldBeTrue();
        entry.Created.ShouldBe(new DateOnly(2026, 1, 2));
        entry.Rotated.ShouldBe(new DateOnly(2026, 3, 4));
        entry.Expires.ShouldBe(new DateOnly(2027, 1, 2));
        entry.RotationDays.ShouldBe(90);
        entry.Environment.ShouldBe("production");
        registry.Source.GetText(entry.SpanOf("expires")).ShouldBe("2027-01-02");
        registry.Source.GetText(entry.SpanOf("owner")).ShouldBe("ci_token");
        entry.Permissions.ShouldBeNull();
        entry.AuthorizedWorkflows.ShouldBeNull();
    }

    [Theory]
    [InlineData("github_tokens:\n  CI_TOKEN: {role: bot}\n  other: {token: DEPLOY_KEY}\n", "CI_TOKEN DEPLOY_KEY")]
    [InlineData("github_tokens:\n  CI_TOKEN:\n  ci_key: used by ci\n", "CI_TOKEN CI_KEY")]
    [InlineData("github_tokens:\n  - token: CI_TOKEN\n  - DEPLOY_KEY\n  - OTHER_KEY: {role: bot}\n", "CI_TOKEN DEPLOY_KEY OTHER_KEY")]
    [InlineData("github_tokens:\n  ci_automation:\n    bot: {token: CI_TOKEN}\n", "CI_TOKEN")]
    [InlineData("ci:\n  - CI_TOKEN\n  - token: DEPLOY_KEY\n", "CI_TOKEN DEPLOY_KEY")]
    [InlineData("ci:\n  description: what CI uses\n  bot: CI_TOKEN\n", "CI_TOKEN")]
    [InlineData("ci:\n  group:\n    bot: {token: CI_TOKEN}\n", "CI_TOKEN")]
    [InlineData("prohibited:\n  - GITHUB_TOKEN\n", "GITHUB_TOKEN!")]
    [InlineData("prohibited:\n  default: GITHUB_TOKEN\n  GH_PAT: shared by all\n", "GITHUB_TOKEN! GH_PAT!")]
    [InlineData("prohibited: GITHUB_TOKEN\n", "GITHUB_TOKEN!")]
    [InlineData("deprecated:\n  old: {token: OLD}\n  - \n", null)]
    [InlineData("ci:\n  bot: {token: CI_TOKEN, status: DEPRECATED}\n", "CI_TOKEN~")]
    [InlineData("base: &b {role: bot}\nci:\n  bot: {<<: *b, token: CI_TOKEN}\n", "CI_TOKEN")]
    [InlineData("x-defaults: &b {role: bot}\nsecurity:\n", "")]
    public void Reads_all_forms_of_a_section(string text, string? tokens)
    {
        var registry = RegistryText.Read(text);
        if (tokens is null)
        {
            registry.Problems.ShouldNotBeEmpty();
            return;
        }

        registry.Problems.ShouldBeEmpty();
        string.Join(' ', registry.Entries.Select(e => e.Name + Mark(e.Status))).ShouldBe(tokens);

        static string Mark(TokenStatus status) => status switch { TokenStatus.Prohibited => "!", TokenStatus.Deprecated => "~", _ => "" };
    }

    [Fact]
    public void Follows_anchors_aliases_and_merge_keys()
    {
        var registry = RegistryText.Read("""
            ci:
              bot: &base
                token: CI_TOKEN
                bot_identity: acme
                permissions: &p ["issues:write"]
              second:
                <<: *base
                token: SECOND_TOKEN
              third:
                token: THIRD_TOKEN
                permissions: *p
            """);

        registry.Problems.ShouldBeEmpty();
        registry.Entries.Select(e => $"{e.Name} {e.BotIdentity} {e.Permissions![0].Name}").ShouldBe(
            ["CI_TOKEN acme issues", "SECOND_TOKEN acme issues", "THIRD_TOKEN  issues"]);
    }

    [Theory]
    [InlineData("[\"issues:write\", \"pull_requests: read\"]", "issues=Write pull-requests=Read")]
    [InlineData("{issues: write, contents: read}", "issues=Write contents=Read")]
    [InlineData("[{issues: write}, repo]", "issues=Write repo=")]
    [InlineData("\"issues:write, contents : read  repo\"", "issues=Write contents=Read repo=")]
    [InlineData("[\"read:org\", \"admin:repo_hook\", \"repo:status\", \"s3:PutObject\"]", "read:org= admin:repo_hook= repo:status= s3=")]
    [InlineData("[\"issues:wrte\"]", "issues=")]
    [InlineData("[]", "")]
    public void Reads_all_forms_of_permissions(string value, string expected)
    {
        var registry = RegistryText.Read($"ci:\n  bot:\n    token: CI_TOKEN\n    permissions: {value}\n");

        registry.Problems.ShouldBeEmpty();
        string.Join(' ', registry.Entries[0].Permissions!.Select(p => $"{p.Name}={p.Level}")).ShouldBe(expected);
    }

    [Fact]
    public void Gives_each_permission_of_one_text_its_own_place()
    {
        var registry = RegistryText.Read("ci:\n  bot:\n    token: CI_TOKEN\n    permissions: 'issues:write,  contents: read'\n");

        registry.Entries[0].Permissions!.Select(p => registry.Source.GetText(p.Span)).ShouldBe(["issues:write", "contents: read"]);
        registry.Entries[0].Permissions![1].Level.ShouldBe(GrantLevel.Read);
    }

    [Theory]
    [InlineData("ci.yml", ".github/workflows/ci.yml", true)]
    [InlineData("pr-*.yml", ".github/workflows/pr-triage.yml", true)]
    [InlineData("all", ".github/workflows/any.yml", true)]
    [InlineData("'*'", "scripts/deep/x.sh", true)]
    [InlineData("[./.github/workflows/ci.yml]", ".github/workflows/ci.yml", true)]
    [InlineData("[ci.yml]", "ci.yml", false)]
    public void Reads_all_forms_of_authorized_workflows(string value, string path, bool fits)
    {
        var registry = RegistryText.Read($"ci:\n  bot:\n    token: CI_TOKEN\n    authorized_workflows: {value}\n");

        registry.Problems.ShouldBeEmpty();
        registry.Entries[0].AuthorizedWorkflows!.ShouldHaveSingleItem().Pattern.Matches(path).ShouldBe(fits);
    }

    [Fact]
    public void A_bare_script_name_is_a_file_in_the_root()
    {
        var registry = RegistryText.Read("ci:\n  bot:\n    token: CI_TOKEN\n    authorized_scripts: [.npmrc, scripts/]\n    authorized_workflows: []\n");

        registry.Entries[0].AuthorizedScripts![0].Pattern.Matches(".npmrc").ShouldBeTrue();
        registry.Entries[0].AuthorizedScripts![1].Pattern.Matches("scripts/deep/a.sh").ShouldBeTrue();
        registry.Entries[0].AuthorizedWorkflows!.ShouldBeEmpty();
    }

    [Fact]
    public void A_misspelt_prohibited_section_still_prohibits()
    {
        var registry = RegistryText.Read("prohibitted:\n  default: {token: GITHUB_TOKEN}\n");

        registry.Find("GITHUB_TOKEN")!.Status.ShouldBe(TokenStatus.Prohibited);
        registry.Problems.ShouldHaveSingleItem().Hint.ShouldBe("Did you mean `prohibited`?");
    }
}
