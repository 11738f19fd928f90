using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;

namespace Warder.Engine.Tests.Rules.Use;

/// <summary>Deprecated, unregistered and unauthorized tokens.</summary>
public sealed class RegisteredTokenTests
{
    private const string Callee = "on: { workflow_call: { secrets: { NEW: {}, OLD_TOKEN: {} } } }\njobs:\n  j:\n    runs-on: x\n    steps:\n";

    [Fact]
    public void A_deprecated_token_names_its_replacement_and_date() =>
        UseAudit.Of().Steps("- run: x ${{ [|secrets.OLD_TOKEN|] }}").Run<DeprecatedToken>()[0].Message
            .ShouldBe("OLD_TOKEN is deprecated since 2026-03-31; its replacement is RELEASE_TOKEN");

    [Fact]
    public void A_script_that_reads_a_deprecated_token() =>
        UseAudit.Of().With("scripts/a.py", "import os\nt = [|os.environ['OLD_TOKEN']|]\nu = os.environ['OLD_TOKEN']\n").Run<DeprecatedToken>();

    [Fact]
    public void A_name_that_the_caller_fills_proves_less() =>
        UseAudit.Of().With(".github/workflows/a.yml", Callee + "      - run: x ${{ [|secrets.OLD_TOKEN|] }}\n").Run<DeprecatedToken>()[0]
            .Confidence.ShouldBe(Confidence.Medium);

    [Theory]
    [InlineData("- run: x ${{ vars.OLD_TOKEN }}")]
    [InlineData("- run: x ${{ secrets.OLD_TOKENS }}")]
    [InlineData("- run: x\n  env: { OLD_TOKEN: \"${{ secrets.READ_TOKEN }}\" }")]
    public void Names_like_a_deprecated_one_are_left_alone(string step) => UseAudit.Of().Steps(step).Run<DeprecatedToken>();

    [Fact]
    public void Each_reference_to_an_unregistered_secret() =>
        UseAudit.Of().Steps("- run: x ${{ [|secrets.NEW|] }} ${{ [|secrets['NEW']|] }}").Run<UnregisteredToken>();

    [Fact]
    public void An_identifier_could_be_a_variable() =>
        UseAudit.Of().Steps("- run: x ${{ [|secrets.MY_APP_ID|] }}").Run<UnregisteredToken>()[0].Hint!.ShouldContain("vars.MY_APP_ID");

    [Fact]
    public void A_script_counts_where_workflows_use_the_name() =>
        UseAudit.Of().Steps("- run: x ${{ [|secrets.NEW|] }}")
            .With("scripts/a.sh", "x \"[|$NEW|]\" \"$NEW\" \"$OTHER_TOKEN\"\n").Run<UnregisteredToken>();

    [Theory]
    [InlineData("- run: x ${{ secrets.GITHUB_TOKEN }}")]
    [InlineData("- run: x ${{ vars.NEW }} ${{ env.NEW }} ${{ inputs.NEW }}")]
    [InlineData("- run: x ${{ secrets.read_token }} ${{ secrets.OLD_TOKEN }} ${{ secrets.BAD_TOKEN }}")]
    public void What_is_registered_or_no_secret_is_left_alone(string step) => UseAudit.Of().Steps(step).Run<UnregisteredToken>();

    [Fact]
    public void A_secret_that_the_caller_maps_is_left_alone() =>
        UseAudit.Of().With(".github/workflows/a.yml", Callee + "      - run: x ${{ secrets.NEW }} ${{ [|secrets.NEWER|] }}\n").Run<UnregisteredToken>();

    [Fact]
    public void Without_a_registry_nothing_is_unregistered() =>
        UseAudit.Of(registry: null).Steps("- run: x ${{ secrets.NEW }}").Run<UnregisteredToken>();

    [Fact]
    public void A_registry_that_cannot_be_read_makes_no_flood() =>
        UseAudit.Of("- a\n- b\n").Steps("- run: x ${{ secrets.NEW }}").Run<UnregisteredToken>();

    [Fact]
    public void A_workflow_that_is_not_on_the_list() =>
        UseAudit.Of().Steps("- run: x ${{ [|secrets.RELEASE_TOKEN|] }}", path: ".github/workflows/b.yml").Run<UnauthorizedWorkflow>()[0].Message
            .ShouldBe("RELEASE_TOKEN may not be used in this workflow: allowed are .github/workflows/a.yml and pr-*.yml");

    [Fact]
    public void An_empty_list_allows_nothing() =>
        UseAudit.Of().Steps("- run: x ${{ [|secrets.LOCKED_TOKEN|] }}").Run<UnauthorizedWorkflow>()[0].Message.ShouldContain("empty");

    [Theory]
    [InlineData(".github/workflows/a.yml", "RELEASE_TOKEN")]
    [InlineData(".github/workflows/pr-x.yml", "RELEASE_TOKEN")]
    [InlineData(".github/workflows/b.yml", "READ_TOKEN")]
    [InlineData(".github/workflows/b.yml", "NEW")]
    public void What_is_allowed_or_not_declared_is_left_alone(string path, string token) =>
        UseAudit.Of().Steps($"- run: x ${{{{ secrets.{token} }}}}", path: path).Run<UnauthorizedWorkflow>();

    [Fact]
    public void The_policy_can_forbid_what_is_not_declared() =>
        UseAudit.Of().Policy("rules: { unauthorized-workflow: { undeclared: forbid } }").Steps("- run: x ${{ [|secrets.READ_TOKEN|] }}").Run<UnauthorizedWorkflow>();

    [Fact]
    public void A_script_that_is_not_on_the_list() =>
        UseAudit.Of().With("scripts/b.sh", "x \"[|$RELEASE_TOKEN|]\"\nx \"$RELEASE_TOKEN\"\n").Run<UnauthorizedScript>()[0].Related.Count.ShouldBe(1);

    [Theory]
    [InlineData("scripts/release.sh", "x \"$RELEASE_TOKEN\"\n")]
    [InlineData("scripts/b.sh", "x \"$READ_TOKEN\"\n")]
    [InlineData("scripts/b.sh", "# $RELEASE_TOKEN\nx '$RELEASE_TOKEN'\n")]
    public void Scripts_that_are_allowed_or_do_not_read_are_left_alone(string path, string text) => UseAudit.Of().With(path, text).Run<UnauthorizedScript>();
}
