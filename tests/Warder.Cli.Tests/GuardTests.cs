using Warder.Testing;

namespace Warder.Cli.Tests;

public sealed class GuardTests
{
    [Fact]
    public void Clean_lists_first_and_acts_only_when_told()
    {
        using var shop = Shop();
        var before = shop.Files();
        WarderProcess.Run(shop.Root, "guard", "check").Ends(1).Out.ShouldContain("rm -r -- __pycache__");
        WarderProcess.Run(shop.Root, "guard", "clean").Ends(1).Out.ShouldContain("would delete __pycache__/");
        shop.Files().ShouldBe(before);

        var ran = WarderProcess.Run(shop.Root, "guard", "clean", "--yes").Ends(1);
        ran.Out.ShouldContain("deleted __pycache__/");
        ran.Out.ShouldContain("moved $'new\\nline.log'");
        ran.Out.ShouldContain("left alone tracked.log");
        shop.Files().Where(f => !f.StartsWith(".git/", StringComparison.Ordinal)).ShouldBe(
            [".gitignore", "app.db", "build/keep", "dist/kept.js", "dist/new.js", "htmlcov/.git/x", "link.log", "logs/a b.log", "logs/a b.log.1", "logs/new\nline.log", "mine.bak", "tracked.log"], ignoreOrder: true);
        File.ReadAllText(Path.Combine(shop.Base, "outside", "keep")).ShouldBe("keep");
        shop.Text("logs/a b.log").ShouldBe("first");
        WarderProcess.Run(shop.Root, "guard", "clean", "--yes").Ends(1).Out.ShouldContain("nothing done");
    }

    [Fact]
    public void Json_keeps_to_its_schema()
    {
        using var shop = Shop();
        SchemaCheck.Problems(PotatoTests.Schema("guard"), WarderProcess.Run(shop.Root, "guard", "check", "--format", "json").Ends(1).Out).ShouldBeEmpty();
        SchemaCheck.Problems(PotatoTests.Schema("guard"), WarderProcess.Run(shop.Root, "guard", "clean", "--yes", "--format", "json").Ends(1).Out).ShouldBeEmpty();
    }

    [Fact]
    public void Where_git_cannot_be_asked_nothing_is_touched()
    {
        using var shop = new TempFolder().With("run.log", "x").With("__pycache__/a.pyc", "x").With(".warder.yml", "version: 1\n");
        var environment = new Dictionary<string, string> { ["GIT_CEILING_DIRECTORIES"] = shop.Base };
        var ran = WarderProcess.Run(shop.Root, null, environment, "guard", "clean", "--yes").Ends(2);
        ran.Error.ShouldContain("not a git repository");
        shop.Files().Count.ShouldBe(3);
    }

    [Fact]
    public void A_folder_for_logs_that_is_a_link_is_refused()
    {
        using var shop = new TempFolder().With("run.log", "x").WithLink("logs", "../outside");
        Directory.CreateDirectory(Path.Combine(shop.Base, "outside"));
        WarderProcess.Shell(shop.Root, "git init -q").Ends(0);
        var ran = WarderProcess.Run(shop.Root, "guard", "clean", "--yes").Ends(2);
        ran.Error.ShouldContain("run.log: Not cleaned: logs is not written: the way to it leads through the link logs");
        shop.Text("run.log").ShouldBe("x");
    }

    [Fact]
    public void A_repository_without_artifacts_is_clean()
    {
        using var shop = new TempFolder().With("package.json", "{}").With("node_modules/a/b.js", "").With("README.md", "");
        WarderProcess.Shell(shop.Root, "git init -q").Ends(0);
        WarderProcess.Run(shop.Root, "guard", "check").Ends(0).Out.ShouldBe("no artifacts in the root\n");
        WarderProcess.Run(shop.Root, "guard", "clean", "--yes").Ends(0);
    }

    private static TempFolder Shop()
    {
        var shop = new TempFolder().With("tracked.log", "x").With("dist/kept.js", "x").With(".gitignore", "*.tmp\n").With("logs/a b.log", "first");
        Directory.CreateDirectory(Path.Combine(shop.Base, "outside"));
        File.WriteAllText(Path.Combine(shop.Base, "outside", "keep"), "keep");
        WarderProcess.Shell(shop.Root, "git init -q && git add -f tracked.log dist .gitignore logs").Ends(0);
        return shop.With("new\nline.log", "x").With("a b.log", "second").With("__pycache__/d/a.pyc", "x").WithLink("__pycache__/out", "../../outside").WithLink("build", "../outside")
            .WithLink("link.log", "../outside/keep").With("mine.bak", "x").With("old.tmp", "x").With("app.db", "x").With("dist/new.js", "x").With("htmlcov/.git/x", "x");
    }
}
