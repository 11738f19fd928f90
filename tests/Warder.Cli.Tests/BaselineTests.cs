namespace Warder.Cli.Tests;

public sealed class BaselineTests
{
    private const string Path = ".warder/baseline.json";

    [Fact]
    public void Create_hides_what_is_found_today_and_no_baseline_shows_it()
    {
        using var shop = Shop.Broken();
        WarderProcess.Run(shop.Root, "baseline", "create").Ends(0).Out.ShouldContain(Path);
        WarderProcess.Run(shop.Root, "audit").Ends(0);
        WarderProcess.Run(shop.Root, "audit", "--no-baseline").Ends(1);
        shop.With(".github/workflows/new.yml", Shop.Rejected);
        var ran = WarderProcess.Run(shop.Root, "audit").Ends(1);
        ran.Out.ShouldContain("new.yml");
        ran.Out.ShouldNotContain("broken.yml");
    }

    [Fact]
    public void Create_replaces_a_baseline_only_when_told_to()
    {
        using var shop = Shop.Broken().With(Path, "{}");
        WarderProcess.Run(shop.Root, "baseline", "create").Refuses("is there already");
        shop.Text(Path).ShouldBe("{}");
        WarderProcess.Run(shop.Root, "baseline", "create", "--force").Ends(0);
        shop.Text(Path).ShouldContain("invalid-workflow");
    }

    [Fact]
    public void Prune_forgets_what_is_mended_and_nothing_else()
    {
        using var shop = Shop.Broken().With(".github/workflows/other.yml", Shop.Rejected);
        WarderProcess.Run(shop.Root, "baseline", "create").Ends(0);
        shop.With(".github/workflows/other.yml", Shop.Good);
        WarderProcess.Run(shop.Root, "baseline", "prune").Ends(0);
        shop.Text(Path).ShouldContain("broken.yml");
        shop.Text(Path).ShouldNotContain("other.yml");
        var pruned = shop.Text(Path);
        WarderProcess.Run(shop.Root, "baseline", "prune").Ends(0);
        shop.Text(Path).ShouldBe(pruned);
    }

    [Fact]
    public void A_sub_folder_stands_for_its_repository()
    {
        using var shop = Shop.Broken().With("src/readme.txt", "");
        WarderProcess.Run(shop["src"], "baseline", "create").Ends(0).Out.ShouldContain("written");
        shop.Text(Path).ShouldContain("broken.yml");
        WarderProcess.Run(shop["src"], "baseline", "prune").Ends(0);
        shop.Text(Path).ShouldContain("broken.yml");
    }

    [Fact]
    public void A_broken_baseline_is_said_and_hides_nothing()
    {
        using var shop = Shop.Broken().With(Path, "{ \"version\": 1, ");
        var ran = WarderProcess.Run(shop.Root, "audit").Ends(2);
        ran.Out.ShouldContain("The baseline cannot be used");
        ran.Out.ShouldContain("invalid-workflow");
        WarderProcess.Run(shop.Root, "baseline", "prune").Refuses("The baseline cannot be used");
    }

    [Fact]
    public void Prune_without_a_baseline_says_so()
    {
        using var shop = Shop.Clean();
        WarderProcess.Run(shop.Root, "baseline", "prune").Refuses("there is no baseline");
    }

    [Fact]
    public void Nothing_is_remembered_while_something_could_not_be_looked_at()
    {
        using var shop = Shop.Broken().With(".github/workflows/latin.yml", [0xE9]);
        WarderProcess.Run(shop.Root, "baseline", "create").Refuses("latin.yml");
        File.Exists(shop[Path]).ShouldBeFalse();
    }
}
