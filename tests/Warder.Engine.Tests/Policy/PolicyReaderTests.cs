using CsCheck;
using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.Engine.Registry;
using Warder.Engine.Rules;
using Warder.Syntax;
using Warder.Testing;

namespace Warder.Engine.Tests.Policy;

public sealed class PolicyReaderTests
{
    private static readonly string[] Slugs = ["token-unused", "token-expired", "registry-invalid", "unregistered-token"];

    [Fact]
    public void Reads_the_policy_of_the_sample()
    {
        var policy = Read(File.ReadAllText(RepositoryRoot.Combine("samples", "onboarding", ".warder.yml")), [.. Slugs, "deprecated-token"]);

        policy.Problems.ShouldBeEmpty();
        policy.RegistryPath.ShouldBe(".codex/tokens/token_scope_map.yaml");
        policy.DefaultToken.ShouldBe(DefaultTokenPolicy.Forbid);
        policy.Rules["token-unused"].Severity.ShouldBe(Severity.Error);
        policy.Exceptions.Count.ShouldBe(2);
        policy.Exceptions[1].IsExpired(new DateOnly(2026, 9, 30)).ShouldBeFalse();
        policy.Exceptions[1].IsExpired(new DateOnly(2026, 10, 1)).ShouldBeTrue();
        policy.Source!.GetPosition(policy.Exceptions[1].ExpiresSpan.Start).Line.ShouldBe(23);
    }

    [Fact]
    public void Reads_every_key()
    {
        var policy = Read("""
            version: 1
            registry: ./tokens.yaml
            default-token: read-only
            rules:
              token-unused: off
              token-expired: warning
              unregistered-token: {severity: info}
            exceptions:
              - {rule: unregistered-token, path: a/**, job: build, token: my_token, owner: me, reason: because, expires: 2027-01-01}
            baseline: .warder/base.json
            ignore: [vendor/, "**/*.bak"]
            facts: {scopes: [new-scope], actions: {a/b: {}}}
            scripts: {include: [bin/run], exclude: [old/**]}
            documents: {include: docs/agents.md}
            expiry-warning-days: [7, 60]
            rotation: {critical: 30, low: 400d}
            required-fields: [owner, purpose]
            """);

        policy.Problems.ShouldBeEmpty();
        policy.RegistryPath.ShouldBe("tokens.yaml");
        policy.DefaultToken.ShouldBe(DefaultTokenPolicy.ReadOnly);
        policy.Rules["token-unused"].Off.ShouldBeTrue();
        policy.Rules["token-expired"].Severity.ShouldBe(Severity.Warning);
        policy.Rules["unregistered-token"].Severity.ShouldBe(Severity.Info);
        var exception = policy.Exceptions.ShouldHaveSingleItem();
        exception.ShouldSatisfyAllConditions(
            e => e.Token.ShouldBe("MY_TOKEN"),
            e => e.Job.ShouldBe("build"),
            e => e.Path!.Matches("a/b/c.yml").ShouldBeTrue(),
            e => e.Expires.ShouldBe(new DateOnly(2027, 1, 1)));
        policy.BaselinePath.ShouldBe(".warder/base.json");
        PathPattern.AnyMatches(policy.Ignore, "vendor/a/b.sh").ShouldBeTrue();
        PathPattern.AnyMatches(policy.Ignore, "src/a.sh").ShouldBeFalse();
        policy.OwnScopes.ShouldBe(["new-scope"]);
        policy.OwnActions.Keys.ShouldBe(["a/b"]);
        policy.IncludedScripts[0].Text.ShouldBe("bin/run");
        policy.ExcludedScripts[0].Text.ShouldBe("old/**");
        policy.IncludedDocuments[0].Text.ShouldBe("docs/agents.md");
        policy.ExpiryWarningDays.ShouldBe([60, 7]);
        policy.RotationDays.ShouldBe(new Dictionary<RiskLevel, int> { [RiskLevel.Critical] = 30, [RiskLevel.Low] = 400 }, ignoreOrder: true);
        policy.RequiredFields.ShouldBe(["owner", "purpose"]);
    }

    [Fact]
    public void An_empty_policy_is_the_default_one()
    {
        var policy = Read("# nothing yet\n");

        policy.Problems.ShouldBeEmpty();
        policy.DefaultToken.ShouldBeNull();
        policy.ExpiryWarningDays.ShouldBe([30, 14, 7, 1]);
        policy.RequiredFields.ShouldBe(["bot_identity", "purpose", "permissions"]);
    }

    [Theory]
    [InlineData("regsitry: a.yaml\n", "1:1 There is no key `regsitry` in a policy. Did you mean `registry`?")]
    [InlineData("default-token: forbit\n", "1:16 `default-token` cannot be `forbit`. Did you mean `forbid`?")]
    [InlineData("rules: {token-unsed: off}\n", "1:9 There is no rule `token-unsed`. Did you mean `token-unused`?")]
    [InlineData("rules: {token-unused: fatal}\n", "1:23 `token-unused` cannot be `fatal`. Write one of off, on, info, warning, error, critical.")]
    [InlineData("rules: {token-unused: {sevirity: error}}\n", "1:24 There is no key `sevirity` in the settings of token-unused. Did you mean `severity`?")]
    [InlineData("rules: {registry-invalid: off}\n", "1:27 `registry-invalid` cannot be switched off.")]
    [InlineData("rules: [token-unused]\n", "1:8 `rules` must be a mapping, not a list.")]
    [InlineData("registry: ../outside.yaml\n", "1:11 `registry` must be the path of a file inside the repository.")]
    [InlineData("version: 9\n", "1:10 This version of a policy is not known. Write `version: 1`.")]
    [InlineData("exceptions: {a: b}\n", "1:13 `exceptions` must be a list, not a mapping.")]
    [InlineData("exceptions: [{rule: token-unused, owner: me, expires: 2027-01-01}]\n", "1:14 An exception needs `reason`. It holds nothing until then.")]
    [InlineData("exceptions: [{rule: token-unused, owner: me, reason: r, expires: soon}]\n", "1:66 `expires` must be a day written as year-month-day. Write it like `2026-03-31`.")]
    [InlineData("expiry-warning-days: [a]\n", "1:23 `expiry-warning-days` must be positive numbers of days.")]
    [InlineData("rotation: {low: never}\n", "1:17 `rotation.low` must be a positive number of days.")]
    [InlineData("required-fields: [onwer]\n", "1:19 An entry of the registry has no field `onwer`. Did you mean `owner`?")]
    [InlineData("- a\n", "1:1 A policy must be a mapping, not a list.")]
    public void What_is_wrong_is_one_diagnostic_with_its_place(string text, string problem)
    {
        var diagnostic = Read(text).Problems.ShouldHaveSingleItem();

        $"{diagnostic.Position} {diagnostic.Message}".ShouldBe(problem);
        diagnostic.Code.ShouldBe("invalid-policy");
        diagnostic.Path.ShouldBe(".warder.yml");
    }

    [Fact]
    public void An_exception_without_a_reason_holds_nothing() =>
        Read("exceptions: [{rule: token-unused, owner: me, expires: 2027-01-01}]\n").Exceptions.ShouldBeEmpty();

    [Fact]
    public void Never_throws() =>
        Words.Of(
                "rules:", "exceptions:", "  - ", "rule: token-unused", "expires: 2027-01-01", "owner: me", "reason: r", "ignore: [", "]", "{", "}", "\n",
                "\n  ", "default-token: ", "allow", "&a ", "*a", "<<: *a", "token-unused: ", "off", "rotation: ", "low: 1", ", ", ": ", "'", "\t", "---\n", "facts:")
            .Array[0, 40].Select(string.Concat)
            .Sample(text =>
            {
                var policy = Read(text);
                policy.Exceptions.ShouldAllBe(e => e.Rule == "token-unused");
            }, iter: 3_000);

    [Fact]
    public void Knows_the_slugs_of_the_catalogue() =>
        Read("rules: {token-unused: error}\n", RuleCatalogue.Slugs(RuleCatalogue.All)).Problems.ShouldBeEmpty();

    private static AuditPolicy Read(string text, IReadOnlyCollection<string>? slugs = null) =>
        PolicyReader.Read(new SourceText(".warder.yml", text), slugs ?? Slugs);
}
