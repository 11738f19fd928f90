using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;

namespace Warder.Engine.Tests.Rules.Use;

/// <summary>Fallback chains in expressions, shells and scripts.</summary>
public sealed class ChainTests
{
    private static string Env(string expression) => $"- run: x\n  env: {{ A: \"${{{{ {expression} }}}}\" }}";

    [Theory]
    [InlineData("[|secrets.READ_TOKEN || github.token|]")]
    [InlineData("[|secrets.A || secrets.B || secrets.GITHUB_TOKEN|]")]
    [InlineData("[|inputs.x || secrets.A || secrets.GITHUB_TOKEN|]")]
    public void The_default_token_at_the_end_of_a_chain(string expression) =>
        UseAudit.Of(UseAudit.Forbidden).Steps(Env(expression)).Run<DefaultTokenFallback>()[0].Severity.ShouldBe(Severity.Error);

    [Fact]
    public void A_chain_that_a_shell_makes() =>
        UseAudit.Of(UseAudit.Forbidden).Steps("- run: GH_TOKEN=\"[|${A:-$B}|]\" gh pr list\n  env:\n    A: ${{ secrets.READ_TOKEN }}\n    B: ${{ github.token }}").Run<DefaultTokenFallback>();

    [Fact]
    public void A_chain_that_a_script_makes() =>
        UseAudit.Of(UseAudit.Forbidden).With("scripts/a.sh", "export T=\"${[|READ_TOKEN:-$GITHUB_TOKEN|]}\"\n").Run<DefaultTokenFallback>();

    [Theory]
    [InlineData("github.token")]
    [InlineData("inputs.token || github.token")]
    [InlineData("github.token || secrets.READ_TOKEN")]
    [InlineData("secrets.A || secrets.B")]
    [InlineData("secrets.A || ''")]
    public void Chains_without_that_fallback_are_left_alone(string expression) => UseAudit.Of(UseAudit.Forbidden).Steps(Env(expression)).Run<DefaultTokenFallback>();

    [Theory]
    [InlineData("least-privilege", true)]
    [InlineData("allow", false)]
    public void It_is_less_where_the_default_token_is_fine(string policy, bool isFound) =>
        UseAudit.Of(registry: null).Policy("default-token: " + policy)
            .Steps(Env(isFound ? "[|secrets.A || github.token|]" : "secrets.A || github.token"))
            .Run<DefaultTokenFallback>().ShouldAllBe(f => f.Severity == Severity.Warning);

    [Theory]
    [InlineData("[|secrets.EXPIRED_TOKEN || secrets.READ_TOKEN|]", "EXPIRED_TOKEN expired on 2026-06-30")]
    [InlineData("[|secrets.SOON_TOKEN || secrets.READ_TOKEN|]", "SOON_TOKEN expires on 2026-11-20")]
    [InlineData("[|secrets.READ_TOKEN || secrets.RELEASE_TOKEN|]", "gains contents: write")]
    [InlineData("[|secrets.NEW || secrets.NEW|]", "NEW stands twice")]
    [InlineData("[|'none' || secrets.NEW|]", "'none' is never empty, so NEW is never used")]
    [InlineData("[|github.token || secrets.NEW|]", "GITHUB_TOKEN is never empty, so NEW is never used")]
    public void The_worst_flaw_of_a_chain_is_named(string expression, string message) =>
        UseAudit.Of().Steps(Env(expression), grants: null).Run<FallbackChainOrder>()[0].Message.ShouldContain(message);

    [Fact]
    public void Rights_that_grow_into_the_grants_of_the_job() =>
        UseAudit.Of().Steps(Env("[|secrets.READ_TOKEN || github.token|]"), grants: "contents: read, issues: write").Run<FallbackChainOrder>()[0]
            .Message.ShouldBe("Falling back from READ_TOKEN to GITHUB_TOKEN gains issues: write");

    [Theory]
    [InlineData("secrets.READ_TOKEN || secrets.EXPIRED_TOKEN")]
    [InlineData("secrets.RELEASE_TOKEN || secrets.READ_TOKEN")]
    [InlineData("secrets.READ_TOKEN || github.token")]
    [InlineData("github.ref == 'x' && github.token || secrets.NEW")]
    [InlineData("secrets.NEW || ''")]
    [InlineData("secrets.NEW || inputs.other")]
    public void Sound_chains_are_left_alone(string expression) => UseAudit.Of().Steps(Env(expression)).Run<FallbackChainOrder>();

    [Theory]
    [InlineData("t = os.environ.get('GITHUB_TOKEN') or os.environ.get('READ_TOKEN')\n", "scripts/a.py")]
    [InlineData("t=\"${GITHUB_TOKEN:-$READ_TOKEN}\"\n", "scripts/a.sh")]
    public void A_variable_of_a_script_may_be_empty(string text, string path) => UseAudit.Of().With(path, "import os\n" + text).Run<FallbackChainOrder>();
}
