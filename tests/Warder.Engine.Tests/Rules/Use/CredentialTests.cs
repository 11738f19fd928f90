using Warder.Engine.Findings;
using Warder.Engine.Rules.Use;

namespace Warder.Engine.Tests.Rules.Use;

/// <summary>Stored credentials where an identity token does.</summary>
public sealed class CredentialTests
{
    private const string SignIn = "- uses: aws-actions/configure-aws-credentials@v4\n  with: { role-to-assume: x, aws-region: y }";
    private const string Stored = "- uses: aws-actions/configure-aws-credentials@v4\n  with:\n    aws-access-key-id: ${{ vars.ID }}\n    aws-secret-access-key: ${{ [|secrets.AWS_SECRET_ACCESS_KEY|] }}";

    [Fact]
    public void A_key_beside_an_identity_sign_in_in_another_file() =>
        Pair(Stored).Run<SupersededCredential>()[0].Related[0].Location.Path.ShouldBe(".github/workflows/oidc.yml");

    [Fact]
    public void One_finding_for_a_token_and_file() =>
        Pair(Stored + "\n- run: aws s3 ls\n  env: { AWS_SECRET_ACCESS_KEY: \"${{ secrets.AWS_SECRET_ACCESS_KEY }}\" }").Run<SupersededCredential>()[0].Related.Count.ShouldBe(2);

    [Theory]
    [InlineData("- uses: aws-actions/configure-aws-credentials@v4\n  with: { role-to-assume: x, aws-secret-access-key: \"${{ secrets.AWS_SECRET_ACCESS_KEY }}\" }")]
    [InlineData("- run: aws s3 ls --endpoint-url \"$E\"\n  env: { AWS_SECRET_ACCESS_KEY: \"${{ secrets.STORE_KEY }}\" }")]
    [InlineData("- run: x ${{ secrets.AWS_ROLE_ARN }}")]
    [InlineData("- run: x ${{ secrets.NPM_TOKEN }}")]
    public void Keys_that_are_still_needed_are_left_alone(string steps) => Pair(steps).Run<SupersededCredential>();

    [Theory]
    [InlineData("", "- run: cosign sign --key k.pem x\n  env: { COSIGN_PRIVATE_KEY: \"${{ [|secrets.COSIGN_PRIVATE_KEY|] }}\" }")]
    [InlineData("", "- run: cosign verify --key k.pub x\n  env: { COSIGN_PUBLIC_KEY: \"${{ secrets.COSIGN_KEY }}\" }")]
    [InlineData("", "- run: cosign verify --key ${{ secrets.COSIGN_KEY }} x")]
    [InlineData("id-token: write", "- run: cosign sign x\n- run: cosign sign --key k.pem x\n  env: { COSIGN_PRIVATE_KEY: \"${{ secrets.COSIGN_PRIVATE_KEY }}\" }")]
    [InlineData("id-token: write", "- run: |\n    cosign sign --key env://COSIGN_PRIVATE_KEY x\n    cosign sign x\n  env: { COSIGN_PRIVATE_KEY: \"${{ secrets.COSIGN_PRIVATE_KEY }}\" }")]
    public void A_signing_key_beside_signing_without_one(string grants, string steps) =>
        UseAudit.Of().Steps("- run: cosign sign x", grants: "id-token: write", path: ".github/workflows/keyless.yml").Steps(steps, grants: grants).Run<SupersededCredential>();

    [Theory]
    [InlineData("- run: npm publish --provenance", "[|", "|]")]
    [InlineData("- run: npm publish --provenance\n  env: { NPM_TOKEN: \"${{ secrets.OTHER }}\" }", "", "")]
    [InlineData("- run: echo \"//registry.npmjs.org/:_authToken=$KEY\" >> ~/.npmrc\n  env: { KEY: \"${{ secrets.OTHER }}\" }\n- run: npm publish --provenance", "", "")]
    public void A_publication_with_a_token_proves_no_sign_in_by_identity(string publish, string start, string end) =>
        UseAudit.Of().Steps(publish, grants: "id-token: write", path: ".github/workflows/oidc.yml")
            .Steps($"- run: npm publish\n  env: {{ NODE_AUTH_TOKEN: \"${{{{ {start}secrets.NPM_TOKEN{end} }}}}\" }}").Run<SupersededCredential>();

    [Fact]
    public void Without_the_permission_nothing_is_proven() =>
        UseAudit.Of().Steps(SignIn, path: ".github/workflows/oidc.yml").Steps(Stored.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Run<SupersededCredential>();

    [Theory]
    [InlineData("- run: cargo publish\n  env: { CARGO_REGISTRY_TOKEN: \"${{ [|secrets.CARGO_REGISTRY_TOKEN|] }}\" }")]
    [InlineData("- run: cargo publish --token ${{ [|secrets.CRATES_TOKEN|] }}")]
    [InlineData("- uses: pypa/gh-action-pypi-publish@v1\n  with: { password: \"${{ [|secrets.PYPI_API_TOKEN|] }}\" }")]
    [InlineData("- run: npm publish\n  env: { NODE_AUTH_TOKEN: \"${{ [|secrets.NPM_TOKEN|] }}\" }")]
    public void A_publish_token_where_none_is_needed(string step) =>
        UseAudit.Of().Steps(step).Run<TrustedPublishingAvailable>()[0].Severity.ShouldBe(Severity.Info);

    [Theory]
    [InlineData("- run: cargo publish --dry-run\n  env: { CARGO_REGISTRY_TOKEN: \"${{ secrets.CARGO_REGISTRY_TOKEN }}\" }", "")]
    [InlineData("- run: npm publish --registry https://npm.example.com\n  env: { NODE_AUTH_TOKEN: \"${{ secrets.NPM_TOKEN }}\" }", "")]
    [InlineData("- uses: actions/setup-node@v4\n  with: { registry-url: \"https://npm.example.com\" }\n- run: npm publish\n  env: { NODE_AUTH_TOKEN: \"${{ secrets.NPM_TOKEN }}\" }", "")]
    [InlineData("- uses: pypa/gh-action-pypi-publish@v1\n  with: { password: \"${{ secrets.PYPI_API_TOKEN }}\", repository-url: \"https://pypi.example.com\" }", "")]
    [InlineData("- run: npm ci\n  env: { NODE_AUTH_TOKEN: \"${{ secrets.NPM_TOKEN }}\" }", "")]
    [InlineData("- run: npm publish\n  env: { NODE_AUTH_TOKEN: \"${{ github.token }}\" }", "")]
    [InlineData("- run: cargo publish --token ${{ secrets.CRATES_TOKEN }}", "env: { CARGO_REGISTRY_DEFAULT: x }")]
    public void Rehearsals_and_other_registries_are_left_alone(string steps, string job) => UseAudit.Of().Steps(steps, job: job).Run<TrustedPublishingAvailable>();

    [Fact]
    public void A_registry_named_by_the_repository_is_another_one() =>
        UseAudit.Of().With(".npmrc", "registry=https://npm.example.com\n")
            .Steps("- run: npm publish\n  env: { NODE_AUTH_TOKEN: \"${{ secrets.NPM_TOKEN }}\" }").Run<TrustedPublishingAvailable>();

    private static UseAudit Pair(string steps) =>
        UseAudit.Of().Steps(SignIn, grants: "id-token: write", path: ".github/workflows/oidc.yml").Steps(steps);
}
