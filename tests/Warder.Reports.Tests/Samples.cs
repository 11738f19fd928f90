using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;
using Warder.Engine.Rules;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Reports.Tests;

/// <summary>Results that the tests of all formats tell.</summary>
internal static class Samples
{
    public const string Release = ".github/workflows/release.yml";
    public const string Nightly = ".github/workflows/nightly.yml";
    public const string Script = "scripts/sync labels.sh";
    public const string Agents = "AGENTS.md";

    public static readonly ReportOptions Options = new() { Version = "1.2.3" };

    public static readonly RuleDescriptor Prohibited = Rule("prohibited-token", "A prohibited token is used", Severity.Critical, "PROHIBITED_TOKEN");
    public static readonly RuleDescriptor Unauthorized = Rule("unauthorized-workflow", "A token is used where it is not allowed", Severity.Error, "UNAUTHORIZED_WORKFLOW");
    public static readonly RuleDescriptor Unregistered = Rule("unregistered-token", "A token is not in the registry", Severity.Error, "UNREGISTERED_TOKEN");
    public static readonly RuleDescriptor Chain = Rule("fallback-chain", "A fallback chain is dangerous", Severity.Warning) with { Confidence = Confidence.Medium };
    public static readonly RuleDescriptor AgentDoc = Rule("agent-doc-default-token", "A document for agents advises the default token", Severity.Warning) with { Compliance = ["CICD-SEC-6"] };
    public static readonly RuleDescriptor Publishing = Rule("trusted-publishing-available", "A long-lived token publishes where OIDC could", Severity.Info) with { Persona = Persona.Pedantic };
    public static readonly RuleDescriptor Missing = Rule("registry-missing", "There is no registry", Severity.Critical) with { Category = RuleCategory.Registry };

    private const string ReleaseText = """
        name: release
        on: push
        jobs:
          publish:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v5
              - name: Create release
                env:
                  GH_TOKEN: ${{ secrets.GITHUB_TOKEN }}
                  KEY: ${{ secrets.DEPLOY_KEY || secrets.OLD_KEY || 'none' }}
                run: |
                  gh release create --notes "größe 発行 🚀 ${{ secrets.NPM_TOKEN }}"
                  npm publish
        """;

    private const string NightlyText =
        "on: schedule\njobs:\n  sync:\n    steps:\n\t- run: curl -H \"Authorization: Bearer ${{ secrets.DEPLOY_KEY }}\" https://example.org/a/very/long/address/that/does/not/fit/into/the/line/at/all?page=1 && echo done\n";

    public static AuditResult Rich(string name = "acme-shop")
    {
        var builder = Files(name);
        AddUses(builder);
        builder
            .Finding(Chain, builder.Place(Release, "secrets.DEPLOY_KEY || secrets.OLD_KEY || 'none'"), "OLD_KEY expired but is not empty, so it wins over 'none'", f => f with
            {
                Job = "publish", Step = "Create release", Token = "OLD_KEY",
                Related = [new RelatedPlace(builder.Place(Script, "$DEPLOY_KEY"), "the script reads it here")],
            });
        builder
            .Finding(Prohibited, builder.Place(Release, "secrets.GITHUB_TOKEN"), "GITHUB_TOKEN is prohibited by the registry", f => f with
            {
                Job = "publish", Step = "Create release", Token = "GITHUB_TOKEN",
                Why = "It acts as github-actions[bot], so nobody can tell which automation made a change, and its rights cannot be narrowed for one step",
                Hint = "use RELEASE_BOT_TOKEN",
            })
            .Finding(Publishing, builder.Place(Release, "gh release create --notes \"größe 発行 🚀 ${{ secrets.NPM_TOKEN }}\"\n          npm publish"), "NPM_TOKEN could be replaced by trusted publishing", f => f with { Job = "publish", Token = "NPM_TOKEN" })
            .Finding(Unauthorized, builder.Place(Nightly, "secrets.DEPLOY_KEY"), "nightly.yml may not use DEPLOY_KEY", f => f with
            {
                Job = "sync", Token = "DEPLOY_KEY", Hint = "add the workflow to authorized_workflows, or use another token",
            })
            .Finding(AgentDoc, builder.Place(Agents, "GITHUB_TOKEN"), "The document advises GITHUB_TOKEN | `gh` <b>now</b>", f => f with { Token = "GITHUB_TOKEN" })
            .Finding(Unregistered, builder.Place(Script, "$STRAY"), "STRAY is not in the registry", f => f with { Token = "STRAY" }, framed: false);
        return builder
            .Hidden(Unregistered, builder.Place(Release, "secrets.NPM_TOKEN"), "NPM_TOKEN is not in the registry", SuppressionKind.Exception, "moved next quarter")
            .Hidden(AgentDoc, builder.Place(Agents, "advised"), "The document advises it", SuppressionKind.Inline, "an example")
            .Hidden(Chain, builder.Place(Release, "secrets.OLD_KEY"), "A chain", SuppressionKind.Baseline, reason: null)
            .Diagnostic(new Diagnostic("unreadable-file", "The file is not UTF-8", ".github/workflows/old.yml", new LinePosition(3, 7)))
            .Diagnostic(new Diagnostic("policy-typo", "The policy has no rule 'prohibted-token'"))
            .Diagnostic(new Diagnostic("too-large", "The file has 60 MB, more than 50", "data/big.yml"))
            .Unknown(new Unknown(Release, new LinePosition(7, 15), "what actions/checkout@v5 does with its token", "the action lies outside the repository"))
            .Unknown(new Unknown(Nightly, new LinePosition(5, 2), "secrets of acme/x@v1", "it is outside"))
            .Unknown(new Unknown(Nightly, new LinePosition(6, 2), "secrets of acme/y@v1", "it is outside"))
            .Unknown(new Unknown(Nightly, new LinePosition(7, 2), "secrets of acme/z@v1", "it is outside"))
            .Build();
    }

    public static AuditResult Clean(string name = "clean-shop")
    {
        var builder = Files(name);
        return builder.Use(TokenReference.Named("DEPLOY_KEY"), builder.Place(Release, "secrets.DEPLOY_KEY"), UseScope.StepEnv, u => u with { Job = "publish" }).Build();
    }

    public static AuditResult WithoutAnything() => new AuditBuilder("empty") { HasRegistry = false, Counts = new AuditCounts(0, 0, 0, 0, 0) }.Build();

    public static AuditResult WithoutRegistry()
    {
        var builder = new AuditBuilder("plain") { HasRegistry = false };
        builder.File(Release, ReleaseText);
        return builder
            .Use(TokenReference.Named("DEPLOY_KEY"), builder.Place(Release, "secrets.DEPLOY_KEY"), UseScope.StepEnv)
            .Finding(Missing, new Location(".codex/tokens/token_scope_map.yaml", default, new LinePosition(1, 1), new LinePosition(1, 1)), "There is no registry", f => f with { Hint = "warder registry discover writes one" })
            .Build();
    }

    /// <summary>One finding in which everything that a repository can choose is the given text.</summary>
    public static AuditResult Hostile(string text)
    {
        var builder = new AuditBuilder(text.Length == 0 ? "x" : text);
        builder.File("a/" + text, text.Length == 0 ? "x" : text);
        var location = Location.Of(new SourceText("a/" + text, text.Length == 0 ? "x" : text), new TextSpan(0, Math.Max(1, text.Length)));
        return builder
            .Entry(text.Length == 0 ? "X" : text, TokenStatus.Deprecated, bot: text, instead: text)
            .Use(TokenReference.Named(text), location, UseScope.StepEnv, u => u with { Job = text, Step = text, Binding = text, Consumer = text })
            .Finding(Prohibited, location, text, f => f with
            {
                Job = text, Step = text, Token = text, Why = text, Hint = text, Related = [new RelatedPlace(location, text)],
            })
            .Hidden(Chain, location, text, SuppressionKind.Exception, text)
            .Diagnostic(new Diagnostic("unreadable-file", text, text, new LinePosition(1, 1)))
            .Unknown(new Unknown(text, new LinePosition(1, 1), text, text))
            .Build();
    }

    private static AuditBuilder Files(string name) => new AuditBuilder(name)
        .File(Release, ReleaseText)
        .File(Nightly, NightlyText)
        .File(Script, "#!/bin/sh\nsync --key \"$DEPLOY_KEY\" --other \"$STRAY\"\n")
        .File(Agents, "# Agents\n\nUse `GITHUB_TOKEN` as advised.\n")
        .Entry("DEPLOY_KEY", bot: "deploy-bot", workflows: ["release.yml", ".github/workflows/pr-*.yml"])
        .Entry("IDLE_TOKEN", bot: "idle-bot")
        .Entry("OLD_KEY", TokenStatus.Deprecated, instead: "DEPLOY_KEY")
        .Entry("GITHUB_TOKEN", TokenStatus.Prohibited, instead: "RELEASE_BOT_TOKEN");

    private static void AddUses(AuditBuilder builder)
    {
        var span = builder.Place(Release, "secrets.DEPLOY_KEY || secrets.OLD_KEY || 'none'").Span;
        var chain = new FallbackChain(
            [
                new ChainLink(TokenReference.Named("DEPLOY_KEY"), "secrets.DEPLOY_KEY", IsLiteral: false),
                new ChainLink(TokenReference.Named("OLD_KEY"), "secrets.OLD_KEY", IsLiteral: false),
                new ChainLink(null, "'none'", IsLiteral: true),
            ],
            span);
        TokenUse InStep(TokenUse use) => use with { Job = "publish", Step = "Create release", StepIndex = 1 };
        builder
            .Use(TokenReference.Named("DEPLOY_KEY"), builder.Place(Nightly, "secrets.DEPLOY_KEY"), UseScope.Script, u => u with { Job = "sync", Consumer = "curl" })
            .Use(TokenReference.Default, builder.Place(Release, "actions/checkout@v5"), UseScope.Implicit, u => u with { Explicit = false, Job = "publish", Consumer = "actions/checkout@v5" })
            .Use(TokenReference.Default, builder.Place(Release, "secrets.GITHUB_TOKEN"), UseScope.StepEnv, u => InStep(u) with
            {
                Binding = "GH_TOKEN",
                Reaches = [new UseReach("publish", "Create release", 1, "$GH_TOKEN", "gh", new LinePosition(13, 11))],
            })
            .Use(TokenReference.Named("DEPLOY_KEY"), builder.Place(Release, "secrets.DEPLOY_KEY"), UseScope.StepEnv, u => InStep(u) with { Binding = "KEY", Chain = chain })
            .Use(TokenReference.Named("OLD_KEY"), builder.Place(Release, "secrets.OLD_KEY"), UseScope.StepEnv, u => InStep(u) with { Binding = "KEY", Chain = chain, ChainPosition = 1 })
            .Use(TokenReference.Named("NPM_TOKEN"), builder.Place(Release, "secrets.NPM_TOKEN"), UseScope.Script, InStep)
            .Use(TokenReference.Named("DEPLOY_KEY"), builder.Place(Script, "$DEPLOY_KEY"), UseScope.ScriptFile, u => u with { Explicit = false })
            .Use(TokenReference.Named("STRAY"), builder.Place(Script, "$STRAY"), UseScope.ScriptFile);
    }

    private static RuleDescriptor Rule(string slug, string title, Severity severity, string? source = null) =>
        new() { Slug = slug, Title = title, Category = RuleCategory.Use, Severity = severity, SourceType = source };
}
