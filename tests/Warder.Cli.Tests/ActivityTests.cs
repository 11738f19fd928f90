using System.Globalization;
using System.Text.Json;

namespace Warder.Cli.Tests;

/// <summary>What is told of git's past against what git's own commands say of it.</summary>
public sealed class ActivityTests
{
    private const string Report = ".aar/2026/Q1/health/health-2026-03-31";

    [Fact]
    public void Numbers_are_those_of_git()
    {
        using var shop = ActivityShop.Make();
        HoldAgainstGit(shop, GitOf(shop));
        var git = GitOf(shop);
        git.GetProperty("reverts").GetInt32().ShouldBe(1);
        git.GetProperty("reverted")[0].GetProperty("hours_after").GetDouble().ShouldBe(240);
        git.GetProperty("pull_request_numbers").EnumerateArray().Select(n => n.GetInt32()).ShouldBe([7, 8]);
        git.GetProperty("bots").GetInt32().ShouldBe(1);
        git.GetProperty("binary_changes").GetInt32().ShouldBe(2);
        git.GetProperty("longest_gap_hours").GetDouble().ShouldBe(240);
        git.GetProperty("hot_spots").EnumerateArray().Select(f => f.GetProperty("path").GetString()).ShouldContain("tab\tand\nline");
        git.GetProperty("hot_spots").EnumerateArray().Single(f => f.GetProperty("path").GetString() == "new.txt").GetProperty("commits").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void Days_are_cut_as_git_cuts_them()
    {
        using var shop = ActivityShop.Make();
        var git = GitOf(shop, "--since", "2026-01-03", "--until", "2026-01-07");
        git.GetProperty("commits").GetInt32().ShouldBe(Number(shop, "git rev-list --count --since=2026-01-03T00:00:00Z --until=2026-01-07T23:59:59Z HEAD"));
        GitOf(shop, "--since", "2026-02-01").GetProperty("commits").GetInt32().ShouldBe(0);
    }

    [Fact]
    public void A_users_configuration_changes_no_number()
    {
        using var shop = ActivityShop.Make();
        var plain = GitOf(shop).GetRawText();
        WarderProcess.Shell(shop.Root, """
            git config diff.renames false; git config diff.algorithm patience; git config log.showSignature true; git config diff.relative true
            git config diff.external /bin/false; git config log.diffMerges first-parent; git config color.ui always; git config log.mailmap false
            git config log.showRoot false; git config format.pretty oneline; git config diff.noprefix true; git config log.date relative
            """).Ends(0);
        GitOf(shop).GetRawText().ShouldBe(plain);
    }

    [Fact]
    public void A_shallow_clone_is_said_and_not_guessed()
    {
        using var shop = ActivityShop.Make();
        using var folder = new TempFolder();
        WarderProcess.Shell(folder.Root, $"git clone -q --depth 2 'file://{shop.Root}' . && git config user.name x").Ends(0);
        var git = GitOf(folder);
        git.GetProperty("shallow").GetBoolean().ShouldBeTrue();
        git.GetProperty("commits").GetInt32().ShouldBe(2);
        git.GetProperty("boundaries").GetInt32().ShouldBe(1);
        git.GetProperty("added").GetInt32().ShouldBe(0);
        folder.Text(Report + ".md").ShouldContain("Mind: this is a shallow clone");
    }

    [Fact]
    public void A_folder_in_a_repository_is_not_taken_for_one()
    {
        using var shop = ActivityShop.Make();
        shop.With("inner/.github/workflows/ci.yml", Shop.Good).With("inner/.warder.yml", "version: 1\n");
        WarderProcess.Run(shop.Root, "aar", "health", "--repository", "inner", "--at", "2026-03-31").Ends(0).Out.ShouldBe(Report + ".md\n");
        shop.Text("inner/" + Report + ".md").ShouldContain("Git facts are not known: the folder lies in a git repository and is not the root of it.");
    }

    private static void HoldAgainstGit(TempFolder shop, JsonElement git)
    {
        git.GetProperty("commits").GetInt32().ShouldBe(Number(shop, "git rev-list --count HEAD"));
        git.GetProperty("merges").GetInt32().ShouldBe(Number(shop, "git rev-list --count --merges HEAD"));
        var authors = git.GetProperty("by_author").EnumerateArray().Select(a => $"{a.GetProperty("commits").GetInt32()}\t{a.GetProperty("name").GetString()}");
        authors.Order(StringComparer.Ordinal).ShouldBe(Lines(shop, "git shortlog -sn HEAD").Select(l => l.Trim()).Order(StringComparer.Ordinal));
        git.GetProperty("added").GetInt32().ShouldBe(Number(shop, "git log -M --no-merges --numstat --format= | awk '{a += $1} END {print a}'"));
        git.GetProperty("deleted").GetInt32().ShouldBe(Number(shop, "git log -M --no-merges --numstat --format= | awk '{a += $2} END {print a}'"));
        git.GetProperty("active_days").GetInt32().ShouldBe(Number(shop, "TZ=UTC git log --format=%cd --date=format-local:%Y-%m-%d | sort -u | wc -l"));
        git.GetProperty("by_week").EnumerateArray().Sum(w => w.GetProperty("commits").GetInt32()).ShouldBe(git.GetProperty("commits").GetInt32());
        foreach (var file in git.GetProperty("hot_spots").EnumerateArray().Where(f => !f.GetProperty("path").GetString()!.Contains('\t', StringComparison.Ordinal)))
        {
            var path = file.GetProperty("path").GetString();
            file.GetProperty("commits").GetInt32().ShouldBe(Number(shop, $"git log --follow --no-merges --format=%H -- '{path}' | wc -l"), path);
        }
    }

    private static JsonElement GitOf(TempFolder shop, params string[] more)
    {
        string[] days = more is [] ? ["--since", "2025-01-01"] : more;
        WarderProcess.Run(shop.Root, ["aar", "health", "--mode", "full", "--at", "2026-03-31", .. days]).Ends(0);
        using var json = JsonDocument.Parse(shop.Text(Report + ".json"));
        return json.RootElement.GetProperty("git").Clone();
    }

    private static int Number(TempFolder shop, string command) => int.Parse(Lines(shop, command)[0], CultureInfo.InvariantCulture);

    private static string[] Lines(TempFolder shop, string command) => WarderProcess.Shell(shop.Root, command).Ends(0).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
