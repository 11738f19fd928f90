namespace Warder.Cli.Tests;

public sealed class InitTests
{
    private const string Pipeline = ".github/workflows/token-policy.yml";

    [Fact]
    public void An_empty_repository_is_set_up_validates_and_is_left_alone_the_second_time()
    {
        using var shop = Git(new TempFolder());
        WarderProcess.Run(shop.Root, "init", "--yes").Ends(0).Error.ShouldBe("");
        shop.Files().Where(f => !f.StartsWith(".git/", StringComparison.Ordinal)).ShouldBe(
            [".codex/tokens/token-registry.schema.json", Shop.Registry, Pipeline, ".gitignore", ".pre-commit-config.yaml", ".warder.yml"], ignoreOrder: true);
        Directory.Exists(shop["logs/archive"]).ShouldBeTrue();
        WarderProcess.Run(shop.Root, "validate", "--strict").Ends(0);
        WarderProcess.Shell(shop.Root, "git status --porcelain -uall | grep logs").Ends(1);

        var before = Bytes(shop);
        WarderProcess.Run(shop.Root, "init", "--yes").Ends(0).Out.ShouldEndWith("Nothing to write: everything is there.\n");
        Bytes(shop).ShouldBe(before);
    }

    [Fact]
    public void Tokens_in_use_are_declared_and_nothing_that_is_there_is_changed()
    {
        using var shop = Git(Shop.Unregistered().With(".gitignore", "*.tmp").With(".pre-commit-config.yaml", "repos: []\n"));
        WarderProcess.Run(shop.Root, "init", "--yes").Ends(0).Out.ShouldContain("a registry of 1 token in use");
        shop.Text(Shop.Registry).ShouldContain("token: DEPLOY_TOKEN");
        shop.Text(Shop.Workflow).ShouldBe(Shop.Good);
        shop.Text(".pre-commit-config.yaml").ShouldBe("repos: []\n");
        shop.Text(".gitignore").ShouldStartWith("*.tmp\n\n# Reports of Warder\n/logs/\n# warder: begin");
        var validation = Words(WarderProcess.Run(shop.Root, "validate", "--no-logs").Ends(0).Out);
        validation.ShouldContain("registry-incomplete");
        validation.ShouldContain("lacks `bot_identity`, `purpose` and `permissions`");
    }

    [Fact]
    public void Without_a_terminal_nothing_is_written_before_yes()
    {
        using var shop = Git(new TempFolder());
        WarderProcess.Run(shop.Root, "init").Ends(2).Error.ShouldBe("warder: nothing was written; --yes writes without asking.\n");
        WarderProcess.Run(shop.Root, "init", "--dry-run").Ends(0).Out.ShouldContain($"create  {Pipeline}");
        shop.Files().ShouldAllBe(f => f.StartsWith(".git/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".gitlab-ci.yml", ".gitlab/token-policy.yml", "name it in .gitlab-ci.yml")]
    [InlineData(".woodpecker/build.yml", ".woodpecker/token-policy.yml", "Woodpecker")]
    [InlineData("Jenkinsfile", null, "add a stage to the Jenkinsfile")]
    [InlineData(".circleci/config.yml", null, "add a step to .circleci/config.yml")]
    public void The_pipeline_is_for_the_system_in_use(string mark, string? written, string said)
    {
        using var shop = Git(new TempFolder().With(mark, "x: y\n"));
        var ran = WarderProcess.Run(shop.Root, "init", "--yes").Ends(0);
        Words(ran.Out).ShouldContain(said);
        File.Exists(shop[Pipeline]).ShouldBeFalse();
        if (written is not null)
        {
            shop.Text(written).ShouldContain("warder validate");
        }

        shop.Text(mark).ShouldBe("x: y\n");
    }

    [Fact]
    public void Parts_can_be_left_out_and_decisions_given()
    {
        using var shop = Git(new TempFolder());
        WarderProcess.Run(shop.Root, "init", "--yes", "--ci", "none", "--skip", "hooks", "--skip", "logs", "--default-token", "forbid").Ends(0);
        shop.Text(".warder.yml").ShouldContain("\ndefault-token: forbid\n");
        File.Exists(shop[".pre-commit-config.yaml"]).ShouldBeFalse();
        Directory.Exists(shop["logs"]).ShouldBeFalse();
        Directory.Exists(shop[".github"]).ShouldBeFalse();
    }

    [Fact]
    public void Tracked_logs_stay_tracked()
    {
        using var shop = Git(new TempFolder().With("logs/kept.md", "x\n"));
        WarderProcess.Shell(shop.Root, "git add logs").Ends(0);
        WarderProcess.Run(shop.Root, "init", "--yes").Ends(0);
        WarderProcess.Shell(shop.Root, "git check-ignore -q --no-index logs/new.md").Ends(1);
        WarderProcess.Shell(shop.Root, "git check-ignore -q logs/token-audit/x").Ends(0);
    }

    [Fact]
    public void What_cannot_be_read_or_written_is_said_in_a_line()
    {
        using var shop = Git(new TempFolder().With(".warder.yml", "rules: [\n"));
        WarderProcess.Run(shop.Root, "init", "--yes").Refuses(".warder.yml:");
        using var linked = Git(new TempFolder().WithLink(".codex", "../elsewhere"));
        Directory.CreateDirectory(Path.Combine(linked.Base, "elsewhere"));
        WarderProcess.Run(linked.Root, "init", "--yes").Ends(2).Error.ShouldBe("warder: .codex: The link leaves the repository and is not followed.\n");
        using var none = new TempFolder();
        WarderProcess.Run(none.Root, "init", "missing").Refuses("There is no such folder");
        WarderProcess.Run(none.Root, "init", "--yes").Ends(0).Out.ShouldContain("this is no git repository");
    }

    /// <summary>The text with its lines joined: where one is broken is not the test's concern.</summary>
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static TempFolder Git(TempFolder shop)
    {
        WarderProcess.Shell(shop.Root, "git init -q -b trunk .").Ends(0);
        return shop;
    }

    private static List<(string Path, string Bytes)> Bytes(TempFolder shop) =>
        [.. shop.Files().Where(f => !f.StartsWith(".git/", StringComparison.Ordinal)).Select(f => (f, Convert.ToHexString(File.ReadAllBytes(shop[f]))))];
}
