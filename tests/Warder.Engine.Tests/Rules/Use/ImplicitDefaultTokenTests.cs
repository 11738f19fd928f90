using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;

namespace Warder.Engine.Tests.Rules.Use;

/// <summary>The default token where nobody wrote it.</summary>
public sealed class ImplicitDefaultTokenTests
{
    private const string Commit = "8558fd74291d67161a8a78ce36a881fa63b766a9";

    [Theory]
    [InlineData("- uses: [|actions/labeler@v5|]", "pull-requests: write", Severity.Critical)]
    [InlineData("- uses: [|actions/labeler@" + Commit + "|] # v5.0.0", "pull-requests: write", Severity.Critical)]
    [InlineData("- uses: [|actions/labeler@" + Commit + "|]", "pull-requests: write", Severity.Critical)]
    [InlineData("- uses: [|actions/labeler@v5|]", "contents: read", Severity.Warning)]
    [InlineData("- uses: [|actions/labeler@v5|]", null, Severity.Warning)]
    [InlineData("- uses: [|actions/github-script@v7|]\n  with: { script: x }", "issues: write", Severity.Warning)]
    public void An_input_that_defaults_to_it(string step, string? grants, Severity severity) =>
        UseAudit.Of(UseAudit.Forbidden).Steps(step, grants: grants).Run<ImplicitDefaultToken>()[0].Severity.ShouldBe(severity);

    [Theory]
    [InlineData("- uses: actions/labeler@v5\n  with: { repo-token: \"${{ secrets.RELEASE_TOKEN }}\" }")]
    [InlineData("- uses: actions/labeler@v3")]
    [InlineData("- uses: actions/checkout@v4")]
    [InlineData("- uses: actions/setup-node@v4")]
    [InlineData("- uses: somebody/labeler@v5")]
    [InlineData("- run: echo '${{ toJSON(github) }}'")]
    public void Look_alikes_are_left_alone(string step) =>
        UseAudit.Of(UseAudit.Forbidden).Steps(step, grants: "contents: write, pull-requests: write").Run<ImplicitDefaultToken>();

    [Theory]
    [InlineData("- run: |\n    git commit -m x\n    [|git push|] origin main")]
    [InlineData("- run: [|git -C site push|]")]
    [InlineData("- run: if x; then [|git push|] --set-upstream origin \"$B\"; fi")]
    public void A_push_with_what_the_checkout_left(string step) =>
        UseAudit.Of(UseAudit.Forbidden).Steps("- uses: actions/checkout@v4\n" + step, grants: "contents: write")
            .Run<ImplicitDefaultToken>()[0].Severity.ShouldBe(Severity.Critical);

    [Theory]
    [InlineData("- uses: actions/checkout@v4\n  with: { persist-credentials: false }\n- run: git push")]
    [InlineData("- uses: actions/checkout@v4\n  with: { token: \"${{ secrets.RELEASE_TOKEN }}\" }\n- run: git push")]
    [InlineData("- uses: actions/checkout@v4\n  with: { ssh-key: \"${{ secrets.RELEASE_TOKEN }}\" }\n- run: git push")]
    [InlineData("- uses: actions/checkout@v4\n- run: git push \"https://x:$T@example.com/a\" main")]
    [InlineData("- uses: actions/checkout@v4\n- run: git remote set-url origin \"$URL\"\n- run: git push")]
    [InlineData("- uses: actions/checkout@v4\n- run: echo git push")]
    [InlineData("- run: git push")]
    public void Pushes_with_another_credential_are_left_alone(string steps) =>
        UseAudit.Of(UseAudit.Forbidden).Steps(steps, grants: "contents: write").Run<ImplicitDefaultToken>();

    [Fact]
    public void An_action_of_the_repository_is_read() =>
        UseAudit.Of(UseAudit.Forbidden)
            .With("tools/tag/action.yml", "name: t\ninputs: { token: { default: \"${{ github.token }}\" } }\nruns: { using: node20, main: x.js }\n")
            .Steps("- uses: [|./tools/tag|]\n- uses: ./tools/tag\n  with: { token: \"${{ secrets.RELEASE_TOKEN }}\" }")
            .Run<ImplicitDefaultToken>();

    [Theory]
    [InlineData("read-only", "pull-requests: write", true)]
    [InlineData("read-only", "contents: read", false)]
    [InlineData("least-privilege", "pull-requests: write", false)]
    public void The_policy_decides(string policy, string grants, bool isFound) =>
        UseAudit.Of(registry: null).Policy("default-token: " + policy)
            .Steps(isFound ? "- uses: [|actions/labeler@v5|]" : "- uses: actions/labeler@v5", grants: grants).Run<ImplicitDefaultToken>();
}
