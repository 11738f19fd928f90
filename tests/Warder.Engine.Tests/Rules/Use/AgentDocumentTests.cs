using Warder.Engine.Rules.Use;

namespace Warder.Engine.Tests.Rules.Use;

/// <summary>What documents tell coding agents.</summary>
public sealed class AgentDocumentTests
{
    private const string Path = "AGENTS.md";

    [Fact]
    public void A_document_that_advises_the_default_token() =>
        UseAudit.Of(UseAudit.Forbidden).With(Path, "# A\n\nTo open a release, use `[|GITHUB_TOKEN|]`.\n").Run<AgentDocDefaultToken>();

    [Theory]
    [InlineData("Never use `GITHUB_TOKEN`.")]
    [InlineData("Do not use GITHUB_TOKEN; use `RELEASE_TOKEN`.")]
    [InlineData("Use `RELEASE_TOKEN`.")]
    public void Documents_that_keep_to_the_policy(string text) => UseAudit.Of(UseAudit.Forbidden).With(Path, "# A\n\n" + text + "\n").Run<AgentDocDefaultToken>();

    [Fact]
    public void The_default_token_may_be_advised_where_it_is_fine() =>
        UseAudit.Of().With(Path, "# A\n\nTo open a release, use `GITHUB_TOKEN`.\n").Run<AgentDocDefaultToken>();

    [Fact]
    public void A_token_that_nobody_knows_is_named_once() =>
        UseAudit.Of().With(Path, "# A\n\nComments are written with `[|REVIEW_BOT_TOKEN|]`. Use `REVIEW_BOT_TOKEN`.\n").Run<AgentDocUnregisteredToken>();

    [Theory]
    [InlineData("Use `READ_TOKEN`.")]
    [InlineData("Use `USED_BOT_TOKEN`.")]
    [InlineData("Never use `REVIEW_BOT_TOKEN`.")]
    public void Known_and_forbidden_tokens_are_left_alone(string text) =>
        UseAudit.Of().Steps("- run: x ${{ secrets.USED_BOT_TOKEN }}").With(Path, "# A\n\n" + text + "\n").Run<AgentDocUnregisteredToken>();

    [Fact]
    public void Without_a_registry_no_token_is_unregistered() =>
        UseAudit.Of(registry: null).With(Path, "# A\n\nUse `REVIEW_BOT_TOKEN`.\n").Run<AgentDocUnregisteredToken>();

    [Theory]
    [InlineData("Use `[|OLD_TOKEN|]` to open issues.", "deprecated")]
    [InlineData("Use `[|BAD_TOKEN|]` to open issues.", "prohibited")]
    [InlineData("Use `[|LOCKED_TOKEN|]` to open issues.", "restricted")]
    [InlineData("Create a [|personal access token|] (classic) with no expiration.", "personal access token")]
    public void Advice_against_the_policy(string text, string message) =>
        UseAudit.Of().With(Path, "# A\n\n" + text + "\n").Run<AgentDocPolicy>()[0].Message.ShouldContain(message);

    [Theory]
    [InlineData("Never use `OLD_TOKEN`.")]
    [InlineData("Use `READ_TOKEN`.")]
    [InlineData("Never create a personal access token (classic).")]
    [InlineData("Create a fine-grained personal access token that expires in 7 days.")]
    public void Advice_within_the_policy_is_left_alone(string text) => UseAudit.Of().With(Path, "# A\n\n" + text + "\n").Run<AgentDocPolicy>();

    [Fact]
    public void Advice_is_told_once_for_each_token() =>
        UseAudit.Of().With(Path, "# A\n\nUse `[|OLD_TOKEN|]` to open issues.\n\nUse `OLD_TOKEN` to close issues.\n").Run<AgentDocPolicy>()[0].Related.Count.ShouldBe(1);

    [Fact]
    public void A_restricted_token_on_the_page_of_its_own_agent_is_left_alone() =>
        UseAudit.Of().With("agents/a.md", Claims("  - contents:read") + "\nUse `LOCKED_TOKEN` to read.\n").Run<AgentDocPolicy>();

    [Fact]
    public void Claims_that_the_registry_does_not_say() =>
        UseAudit.Of().With("agents/a.md", Claims("  - [|contents:write|]\n  - [|issues:read|]\n  - metadata:read")).Run<AgentPermissionDrift>().Count.ShouldBe(2);

    [Theory]
    [InlineData("  - contents:read")]
    [InlineData("  - contents:read\n  - metadata:read")]
    [InlineData("  - issues:none")]
    public void Claims_that_the_registry_says_are_left_alone(string claims) => UseAudit.Of().With("agents/a.md", Claims(claims)).Run<AgentPermissionDrift>();

    private static string Claims(string permissions) =>
        $"---\ncodex-agent:\n  name: Agent.A\ntokens:\n  - READ_TOKEN\npermissions:\n{permissions}\n---\n\n# A\n";
}
