namespace Warder.Engine.Tests.Permissions;

/// <summary>The platform's npm registry takes the default token from a configuration that an earlier step wrote.</summary>
public sealed class PackageLoginTests
{
    private const string Write = "- run: |\n    echo \"@acme:registry=https://npm.pkg.github.com\" > ~/.npmrc\n    echo \"//npm.pkg.github.com/:_authToken=${TOKEN}\" >> ~/.npmrc\n  env: { TOKEN: \"${{ secrets.GITHUB_TOKEN }}\" }\n";

    [Theory]
    [InlineData("npm install -g \"${{ vars.PACKAGE }}@latest\"", "packages:read?")]
    [InlineData("npm ci --ignore-scripts", "packages:read?")]
    [InlineData("npm view @acme/x version", "packages:read?")]
    [InlineData("npm view @acme/x --registry=https://npm.pkg.github.com", "packages:read")]
    [InlineData("npm view @acme/x --registry https://registry.npmjs.org", "")]
    [InlineData("npm dist-tag add @acme/x@1.0.0 latest", "packages:write?")]
    [InlineData("npm deprecate \"${NAME}@1\" gone", "packages:write?")]
    [InlineData("npm unpublish @acme/x@1", "packages:write?")]
    [InlineData("npm publish --dry-run", "")]
    [InlineData("npm config list", "")]
    [InlineData("npm cache clean --force", "")]
    public void A_command_after_the_configuration_needs_packages(string command, string needs) =>
        Proven.Steps($"{Write}- run: {command}").Told().ShouldBe(needs);

    [Fact]
    public void It_may_be_written_in_an_action_of_the_repository() =>
        Proven.Steps(
            "- uses: ./npmrc\n  with: { token: \"${{ github.token }}\" }\n- run: npm dist-tag add a@1 b",
            files: ("npmrc/action.yml", "inputs: { token: {} }\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: echo \"//npm.pkg.github.com/:_authToken=$T\" > .npmrc\n      env: { T: \"${{ inputs.token }}\" }\n")).Told().ShouldBe("packages:write?");

    [Theory]
    [InlineData("echo '//npm.pkg.github.com/:_authToken=${{ github.token }}' > .npmrc", "packages:write?")]
    [InlineData("npm config set //npm.pkg.github.com/:_authToken=${{ github.token }}", "packages:write?")]
    [InlineData("npm config set //npm.pkg.github.com/:_authToken=${{ secrets.BOT }}", "")]
    [InlineData("echo '//registry.npmjs.org/:_authToken=${{ github.token }}' > .npmrc", "")]
    [InlineData("echo \"//${HOST}/:_authToken=${{ github.token }}\" > .npmrc", "packages:write?")]
    [InlineData("echo '//npm.pkg.github.com/:_authToken=${NODE_AUTH_TOKEN}' > .npmrc", "")]
    public void Which_token_and_which_registry_counts(string script, string needs) =>
        Proven.Steps($"- run: |\n    {script}\n- run: npm deprecate a@1 gone").Told().ShouldBe(needs);

    [Theory]
    [InlineData("//npm.pkg.github.com/:_authToken=${GITHUB_TOKEN}", "packages:read?")]
    [InlineData("//registry.npmjs.org/:_authToken=${GITHUB_TOKEN}", "")]
    public void A_configuration_of_the_repository_names_the_variable(string line, string needs) =>
        Proven.Steps("- run: npm ci\n  env: { GITHUB_TOKEN: \"${{ github.token }}\" }", files: (".npmrc", line)).Told().ShouldBe(needs);

    [Fact]
    public void The_configuration_of_setup_node_reads_the_variable_of_the_step() =>
        Proven.Steps("- uses: actions/setup-node@v4\n  with: { registry-url: 'https://npm.pkg.github.com' }\n- run: npm publish\n  env: { NODE_AUTH_TOKEN: \"${{ github.token }}\" }").Told().ShouldBe("id-token:write? packages:write?");
}
