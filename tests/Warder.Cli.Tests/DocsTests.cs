namespace Warder.Cli.Tests;

public sealed class DocsTests
{
    private const string Matrix = "docs/security/token-permissions-matrix.md";
    private const string Policy = "docs/policies/token-policy.md";

    [Fact]
    public void Both_are_made_once_and_checked()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "docs", "--check").Ends(0).Error.ShouldContain($"{Matrix}: Not made yet");
        WarderProcess.Run(shop.Root, "docs", "matrix", "--check").Ends(2);
        WarderProcess.Run(shop.Root, "docs").Ends(0).Out.ShouldBe($"{Matrix} made.\n{Policy} made.\n");
        var once = shop.Text(Matrix);
        once.ShouldContain("| `.github/workflows/ci.yml` | `build` | 1 | authorised, used |");
        WarderProcess.Run(shop.Root, "docs").Ends(0).Out.ShouldBe($"{Matrix} is up to date.\n{Policy} is up to date.\n");
        WarderProcess.Run(shop[".github"], "docs", "--check").Ends(0).Error.ShouldBe("");
        shop.Files().ShouldNotContain(f => f.EndsWith(".tmp", StringComparison.Ordinal));

        shop.With(Shop.Registry, Shop.Declared.Replace("Deploys the shop", "Deploys all", StringComparison.Ordinal));
        var ran = WarderProcess.Run(shop.Root, "docs", "--check").Ends(1);
        ran.Out.ShouldContain($"--- a/{Matrix}\n+++ b/{Matrix}\n");
        ran.Out.ShouldContain("\n-Deploys the shop.\n+Deploys all.\n");
        ran.Out.ShouldContain($"{Policy} is up to date.\n");
        shop.Text(Matrix).ShouldBe(once);
        WarderProcess.Run(shop.Root, "docs", "matrix").Ends(0).Out.ShouldBe($"{Matrix} made anew.\n");
        WarderProcess.Run(shop.Root, "docs", "--check").Ends(0);
    }

    [Fact]
    public void Formats_paths_and_names_follow_the_policy()
    {
        using var shop = Shop.Clean().With(".warder.yml", "default-token: forbid\ngenerated-docs: { matrix: tokens.md, formats: [markdown, html] }\n");
        WarderProcess.Run(shop.Root, "docs").Ends(0).Out.ShouldBe("tokens.md made.\ntokens.html made.\ndocs/policies/no-default-token-policy.md made.\ndocs/policies/no-default-token-policy.html made.\n");
        shop.Text("tokens.html").ShouldContain("href=\"docs/policies/no-default-token-policy.html\"");
        shop.With(".warder.yml", "default-token: forbid\ngenerated-docs: { matrix: tokens.md }\n").With(Shop.Registry, Shop.Declared.Replace("the shop", "it", StringComparison.Ordinal));
        WarderProcess.Run(shop.Root, "docs", "matrix", "--check").Ends(1).Out.ShouldContain("+++ b/tokens.html");
        shop.With(".warder.yml", "generated-docs: { matrix: ../tokens.md, formats: [pdf] }\n");
        WarderProcess.Run(shop.Root, "docs").Ends(2).Error.ShouldContain("cannot be `pdf`");
    }

    [Fact]
    public void What_people_wrote_is_never_lost()
    {
        using var shop = Shop.Clean().With(Matrix, "# Our own\n");
        WarderProcess.Run(shop.Root, "docs", "matrix").Ends(2).Error.ShouldContain("--adopt");
        shop.Text(Matrix).ShouldBe("# Our own\n");
        WarderProcess.Run(shop.Root, "docs", "matrix", "--adopt").Ends(0);
        shop.Text(Matrix).ShouldContain("<!-- warder:keep adopted -->\n# Our own\n<!-- warder:end adopted -->\n");
        shop.With(Matrix, shop.Text(Matrix).Replace("<!-- warder:end adopted -->", "", StringComparison.Ordinal));
        var broken = shop.Text(Matrix);
        WarderProcess.Run(shop.Root, "docs", "matrix").Ends(2).Error.ShouldContain("has no line '<!-- warder:end adopted -->'");
        shop.Text(Matrix).ShouldBe(broken);

        shop.With(Matrix, [0xFF, 0xFE]);
        WarderProcess.Run(shop.Root, "docs", "matrix", "--adopt").Refuses("is not UTF-8");
        File.ReadAllBytes(shop[Matrix]).ShouldBe([0xFF, 0xFE]);
    }

    [Fact]
    public void A_link_of_the_repository_leads_nowhere()
    {
        using var shop = Shop.Clean().WithLink("docs", "../elsewhere");
        Directory.CreateDirectory(Path.Combine(shop.Base, "elsewhere"));
        WarderProcess.Run(shop.Root, "docs").Refuses("leads through the link docs");
        Directory.EnumerateFileSystemEntries(Path.Combine(shop.Base, "elsewhere")).ShouldBeEmpty();
    }

    [Fact]
    public void One_document_goes_where_it_is_wanted()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "docs", "matrix", "--output", "-").Ends(0).Out.ShouldStartWith("<!-- warder:document matrix -->\n");
        WarderProcess.Run(shop.Root, "docs", "policy", "-o", "out/p.html").Ends(0);
        shop.Text("out/p.html").ShouldStartWith("<!doctype html>");
        shop.With("mine.md", "mine\n");
        WarderProcess.Run(shop.Root, "docs", "policy", "-o", "mine.md").Refuses("--adopt");
        WarderProcess.Run(shop.Root, "docs", "policy", "-o", "p.md", "--check").Refuses("--output takes one document");
        shop.Files().ShouldNotContain(Policy);
    }

    [Fact]
    public void Without_a_registry_nothing_is_made_up()
    {
        using var shop = Shop.Unregistered();
        WarderProcess.Run(shop.Root, "docs").Refuses("has no registry to make documents from");
        WarderProcess.Run(shop.Root, "docs", "nowhere").Refuses("There is no such folder");
    }

    [Fact]
    public void What_could_not_be_looked_at_is_said_in_the_document_and_by_the_status()
    {
        using var shop = Shop.Clean().With(".github/workflows/bad.yml", [0x6F, 0x6E, 0x3A, 0xFF, 0x00, 0xC3, 0x28]);
        WarderProcess.Run(shop.Root, "docs").Ends(2);
        shop.Text(Matrix).ShouldContain("> `.github/workflows/bad.yml`: ");
    }
}
