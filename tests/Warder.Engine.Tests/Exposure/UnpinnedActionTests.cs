using Warder.Engine.Findings;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>Whose action it is, which token it is said to reach, and what is to be written instead.</summary>
public sealed class UnpinnedActionTests
{
    [Theory]
    [InlineData("docker://acme/a:1", "Name the digest: `docker://acme/a@sha256:<digest>`")]
    [InlineData("docker://host:5000/acme/a", "Name the digest: `docker://host:5000/acme/a@sha256:<digest>`")]
    [InlineData("acme/a@v1", "Name the commit, with the version in a comment: `owner/name@<commit> # v1.2.3`")]
    public void The_hint_says_what_can_be_written(string action, string hint) =>
        Run(Step($"{{ uses: [|\"{action}\"|], env: {{ KEY: \"${{{{ secrets.KEY }}}}\" }} }}"))[0].Hint.ShouldBe(hint);

    [Theory]
    [InlineData("actions/create-github-app-token@v2", "with: { github_token: \"${{ steps.app.outputs.token }}\" }", "it reaches the token that step app makes, given to it as github_token")]
    [InlineData("actions/create-github-app-token@v2", "env: { GH_TOKEN: \"${{ steps.app.outputs.token || github.token }}\" }", "it reaches the token that step app makes, in its environment as GH_TOKEN, and 1 more")]
    public void The_token_of_an_app_is_named(string mint, string with, string says) =>
        Run($"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: {(says.EndsWith("more", StringComparison.Ordinal) ? "write" : "read")} }}\n    steps:\n      - uses: {mint}\n        id: app\n      - uses: [|acme/a@v1|]\n        {with}\n")[0]
            .Message.ShouldEndWith(says);

    [Fact]
    public void The_token_of_an_app_that_a_checkout_leaves_is_not_the_default_one() =>
        Run("on: push\njobs:\n  a:\n    runs-on: x\n    permissions: { contents: read }\n    steps:\n      - { uses: actions/create-github-app-token@v2, id: app }\n      - { uses: actions/checkout@v4, with: { token: \"${{ steps.app.outputs.token }}\" } }\n      - uses: [|acme/a@v1|]\n")[0]
            .Message.ShouldEndWith("it reaches the token that step app makes, left in the git configuration by step 2");

    [Theory]
    [InlineData("steps.app.outputs.app-slug")]
    [InlineData("steps.app.outputs.token-type")]
    [InlineData("steps.other.outputs.token")]
    public void Other_outputs_are_no_tokens(string output) =>
        Run($"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: read }}\n    steps:\n      - {{ uses: actions/create-github-app-token@v2, id: app }}\n      - uses: acme/a@v1\n        with: {{ x: \"${{{{ {output} }}}}\" }}\n");

    [Fact]
    public void A_known_token_is_named_before_a_name_of_which_nothing_is_known() =>
        Run(Step("{ uses: [|acme/a@v1|], with: { name: \"${{ secrets.WHATEVER }}\", token: \"${{ secrets.PUSH_TOKEN }}\" } }"))[0].Token.ShouldBe("PUSH_TOKEN");

    [Theory]
    [InlineData("https://github.com/Acme/product.git", Persona.Auditor)]
    [InlineData("git@github.com:acme/product", Persona.Auditor)]
    [InlineData("https://github.com/acme-tools/product.git", Persona.Regular)]
    [InlineData("https://example.com/acme/product.git", Persona.Regular)]
    public void An_action_of_the_owner_is_for_auditors(string origin, Persona persona) =>
        Run(Step("{ uses: [|acme/a@v1|], env: { KEY: \"${{ secrets.KEY }}\" } }"), origin)[0].Persona.ShouldBe(persona);

    [Theory]
    [InlineData("make-release/action.yml", Persona.Auditor)]
    [InlineData("other/action.yml", Persona.Regular)]
    public void A_folder_of_the_action_in_the_repository_tells_the_owner(string action, Persona persona) =>
        AuditRunner.Run(
            new MemoryFiles().With(".github/workflows/w.yml", Step("{ uses: acme/tools/make-release@v1, env: { KEY: \"${{ secrets.KEY }}\" } }"))
                .With(action, "name: a\nruns: { using: node24, main: a.js }\n"),
            rules: [new UnpinnedActionWithToken()]).Findings.ShouldHaveSingleItem().Persona.ShouldBe(persona);

    [Theory]
    [InlineData(null, "{ \"repository\": { \"url\": \"git+https://github.com/acme/product.git\" } }", Persona.Auditor)]
    [InlineData("/srv/git/product", "{ \"repository\": \"github:acme/product\" }", Persona.Auditor)]
    [InlineData("../product", "{ \"repository\": \"acme/product\" }", Persona.Auditor)]
    [InlineData("/srv/git/product", "{ \"repository\": \"gitlab:acme/product\" }", Persona.Regular)]
    [InlineData("/srv/git/product", "{ \"repository\": \"other/product\" }", Persona.Regular)]
    [InlineData("/srv/git/product", "{ \"repository\": 1", Persona.Regular)]
    [InlineData("https://github.com/other/product.git", "{ \"repository\": \"acme/product\" }", Persona.Regular)]
    public void Where_the_origin_is_a_folder_the_package_tells_the_owner(string? origin, string package, Persona persona) =>
        Run(Step("{ uses: [|acme/a@v1|], env: { KEY: \"${{ secrets.KEY }}\" } }"), origin, package)[0].Persona.ShouldBe(persona);

    private static string Step(string step) => $"on: push\njobs:\n  a:\n    runs-on: x\n    permissions: {{ contents: read }}\n    steps:\n      - {step}\n";

    private static IReadOnlyList<Finding> Run(string workflow, string? origin = null, string? package = null)
    {
        var marked = MarkedText.Parse(workflow);
        var files = new MemoryFiles().With(".github/workflows/w.yml", marked.Text);
        if (package is not null)
        {
            files.With("package.json", package);
        }

        if (origin is not null)
        {
            files.With(".git/config", $"[remote \"origin\"]\n\turl = {origin}\n");
        }

        var found = AuditRunner.Run(files, rules: [new UnpinnedActionWithToken()]).Findings;
        found.Select(f => f.Location.Span).ShouldBe(marked.Spans, string.Join('\n', found.Select(f => f.Message)));
        return found;
    }
}
