namespace Warder.Cli.Tests.Artifacts;

public sealed class SetupTests
{
    [Fact]
    public void A_shell_takes_the_environment_over_works_and_closes()
    {
        using var shop = new SessionShop(SessionShop.Line("unit", "true"));
        var ran = WarderProcess.Shell(shop.Root, """
            set -e
            eval "$(warder artifacts setup --export)"
            [ "$CI" = true ] && [ "$NODE_ENV" = test ] && [ -d "$(dirname "$COVERAGE_FILE")" ]
            echo data > "$COVERAGE_FILE"
            mkdir -p "$PYTEST_CACHE_DIR"; echo x > "$PYTEST_CACHE_DIR/y"
            echo note > "logs/temp/$WARDER_SESSION/logs/mine.log"
            warder artifacts list | grep -q 'open$'
            warder artifacts clean 0 --dry-run > /dev/null
            warder artifacts finish
            """).Ends(0);
        ran.Out.ShouldContain("is closed.\narchive: logs/archive/test_artifacts_");
        shop.Names("logs/temp").ShouldBeEmpty();
        shop.Names("logs/coverage").ShouldHaveSingleItem().ShouldStartWith(".coverage.");
        shop.Names("logs/pytest").ShouldHaveSingleItem();
        shop.Log("mine").ShouldBe("note\n");
    }

    [Fact]
    public void Without_export_it_says_what_to_do()
    {
        using var shop = new SessionShop(SessionShop.Line("unit", "true"));
        var ran = shop.Run("setup").Ends(0);
        ran.Out.ShouldContain("export PYTEST_ADDOPTS='-o cache_dir=");
        ran.Error.ShouldContain("to close it: warder artifacts finish");
        shop.Run("setup", "--shell", "powershell").Ends(0).Out.ShouldContain("$env:NODE_ENV = 'test'\n");
        shop.Names("logs/temp").Count(n => n.StartsWith("test_session", StringComparison.Ordinal)).ShouldBe(2);
        shop.Run("finish").Ends(0);
        shop.Run("finish").Ends(2);
    }

    [Fact]
    public void A_root_with_quotes_in_its_name_is_exported_whole()
    {
        using var folder = new TempFolder("it's $(touch pwned) \"so\"").With(".warder.yml", "version: 1\n");
        WarderProcess.Shell(folder.Root, "git init -q; eval \"$(warder artifacts setup --export --no-audit)\"; cd /; [ -d \"$(dirname \"$COVERAGE_FILE\")\" ] && echo there").Ends(0).Out.ShouldBe("there\n");
        Directory.EnumerateFiles(folder.Root, "pwned", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Clean_removes_what_is_old_and_keeps_audit_data_twice_as_long()
    {
        using var shop = new SessionShop(SessionShop.Line("unit", "true"));
        shop.Run("run").Ends(0);
        shop.Folder.With("logs/archive/mine.zip", "x").With("logs/mine.log", "x");
        WarderProcess.Shell(shop.Root, "find logs -type f -exec touch -d '10 days ago' {} +").Ends(0);
        var before = shop.Folder.Files();
        shop.Run("clean", "--dry-run").Ends(0).Out.ShouldContain("would remove logs/archive/test_artifacts_");
        shop.Folder.Files().ShouldBe(before);

        shop.Run("clean").Ends(0).Out.ShouldContain("kept what is at most 7 days old, audit data 14 days");
        shop.Names("logs/archive").ShouldBe(["mine.zip"]);
        shop.Names("logs/test-results").ShouldBeEmpty();
        shop.Names("logs").ShouldContain("mine.log");
        shop.Names("logs/token-audit").ShouldNotBeEmpty();
        shop.Run("clean", "4").Ends(0);
        shop.Names("logs/token-audit").ShouldBeEmpty();
    }

    [Fact]
    public void A_session_that_nobody_closed_is_archived_when_it_is_old()
    {
        using var shop = new SessionShop(SessionShop.Line("unit", "true"));
        shop.Run("setup").Ends(0);
        WarderProcess.Shell(shop.Root, "find logs/temp -exec touch -d '10 days ago' {} +").Ends(0);
        shop.Run("clean").Ends(0).Out.ShouldContain("archived logs/temp/test_session_");
        shop.Names("logs/temp").ShouldBeEmpty();
        shop.Names("logs/archive").ShouldHaveSingleItem();
    }
}
