using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;

namespace Warder.Engine.Tests.Rules.Use;

/// <summary>Prohibited tokens, and the default token by grants and policy.</summary>
public sealed class ProhibitedTokenTests
{
    private const string Writes = "contents: write";

    [Theory]
    [InlineData("- run: x ${{ [|secrets.BAD_TOKEN|] }}")]
    [InlineData("- run: x ${{ [|secrets['bad_token']|] }}")]
    [InlineData("- run: x\n  env: { A: \"${{ secrets.READ_TOKEN || [|secrets.BAD_TOKEN|] }}\" }")]
    [InlineData("- run: |\n    a ${{ [|secrets.BAD_TOKEN|] }}\n    b ${{ [|secrets.Bad_Token|] }}")]
    public void A_prohibited_token_is_found_in_every_form(string step) =>
        UseAudit.Of().Steps(step).Run<ProhibitedToken>().ShouldAllBe(f => f.Severity == Severity.Critical && f.Hint == "Use READ_TOKEN");

    [Theory]
    [InlineData("- run: x ${{ [|github.token|] }}")]
    [InlineData("- run: x ${{ [|secrets.github_token|] }}")]
    [InlineData("- uses: o/a@v1\n  with: { token: \"Bearer ${{ [|secrets.GITHUB_TOKEN|] }}\" }")]
    public void The_default_token_is_found_where_it_may_write(string step) =>
        UseAudit.Of(UseAudit.Forbidden).Steps(step, grants: Writes).Run<ProhibitedToken>()
            .ShouldAllBe(f => f.Message == "GITHUB_TOKEN is prohibited, and job j lets it write (contents)");

    [Fact]
    public void Grants_that_are_not_written_are_not_taken_for_reading() =>
        UseAudit.Of(UseAudit.Forbidden).Steps("- run: x ${{ [|github.token|] }}", grants: null).Run<ProhibitedToken>()[0].Message.ShouldContain("no grant is written");

    [Theory]
    [InlineData("forbid", Writes, true, Severity.Critical)]
    [InlineData("read-only", Writes, true, Severity.Critical)]
    [InlineData("read-only", null, true, Severity.Warning)]
    [InlineData("read-only", "contents: read", false, Severity.Critical)]
    [InlineData("least-privilege", Writes, false, Severity.Critical)]
    [InlineData("allow", null, false, Severity.Critical)]
    public void The_policy_decides_without_a_registry(string policy, string? grants, bool isFound, Severity severity) =>
        UseAudit.Of(registry: null).Policy("default-token: " + policy)
            .Steps(isFound ? "- run: x ${{ [|github.token|] }}" : "- run: x ${{ github.token }}", grants: grants)
            .Run<ProhibitedToken>().ShouldAllBe(f => f.Severity == severity);

    [Fact]
    public void A_token_at_the_top_writes_when_one_job_does() =>
        UseAudit.Of(UseAudit.Forbidden).With(".github/workflows/a.yml", """
            on: push
            env: { T: "${{ [|github.token|] }}" }
            jobs:
              a: { runs-on: x, permissions: { contents: read }, steps: [{ run: a }] }
              b: { runs-on: x, permissions: { issues: write }, steps: [{ run: b }] }
            """).Run<ProhibitedToken>();

    [Fact]
    public void A_script_is_reported_once_for_each_token() =>
        UseAudit.Of(UseAudit.Forbidden).With("scripts/a.sh", "curl -H \"a: [|$BAD_TOKEN|]\"\ncurl -H \"a: $BAD_TOKEN\"\nGH_TOKEN=[|$GITHUB_TOKEN|] gh pr list\n")
            .Run<ProhibitedToken>()[0].Related.Count.ShouldBe(1);

    [Theory]
    [InlineData("- run: x ${{ secrets.BAD_TOKEN_2 }}")]
    [InlineData("- run: x # ${{ vars.BAD_TOKEN }}")]
    [InlineData("- run: x ${{ inputs.GITHUB_TOKEN }}")]
    [InlineData("- run: echo BAD_TOKEN ${{ 'secrets.BAD_TOKEN' }}")]
    [InlineData("- run: x\n# ${{ secrets.BAD_TOKEN }}")]
    public void Look_alikes_are_left_alone(string step) =>
        UseAudit.Of(UseAudit.Forbidden).Steps(step, grants: Writes).Run<ProhibitedToken>();

    [Fact]
    public void Reading_with_the_default_token_is_a_warning_of_another_rule()
    {
        UseAudit.Of(UseAudit.Forbidden).Steps("- run: x ${{ github.token }}").Run<ProhibitedToken>();
        UseAudit.Of(UseAudit.Forbidden).Steps("- run: x ${{ [|github.token|] }}").Run<ReadOnlyDefaultToken>()[0].Severity.ShouldBe(Severity.Warning);
    }

    [Theory]
    [InlineData("id-token: write, contents: read", true)]
    [InlineData("contents: none", true)]
    [InlineData("statuses: write", false)]
    [InlineData("contents: raed", false)]
    public void Only_grants_decide_what_reading_is(string grants, bool isRead) =>
        UseAudit.Of(UseAudit.Forbidden)
            .Steps(isRead ? "- run: gh issue create ${{ [|github.token|] }}" : "- run: gh issue list ${{ github.token }}", grants: grants)
            .Run<ReadOnlyDefaultToken>();

    [Fact]
    public void Reading_is_fine_where_nothing_forbids_the_token() =>
        UseAudit.Of().Steps("- run: x ${{ github.token }}").Run<ReadOnlyDefaultToken>();
}
