namespace Warder.Cli.Tests;

public sealed class FixTests
{
    private const string Wide = "on: push\npermissions: write-all\njobs:\n  a:\n    runs-on: u\n    steps:\n      - run: echo\n";
    private const string Narrow = "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: u\n    steps:\n      - run: echo\n";

    [Fact]
    public void Files_are_written_and_a_second_run_has_nothing_to_do()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide);
        WarderProcess.Run(shop.Root, "fix").Ends(0).Out.ShouldContain("1 fix in 1 file");
        shop.Text(Shop.Workflow).ShouldBe(Narrow);
        WarderProcess.Run(shop.Root, "fix").Ends(0).Out.ShouldContain("0 fixes in 0 files");
        shop.Files().ShouldBe([Shop.Workflow]);
    }

    [Fact]
    public void A_dry_run_prints_a_difference_that_git_takes()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide);
        var ran = WarderProcess.Run(shop.Root, "fix", "--dry-run").Ends(0);
        ran.Out.ShouldBe("--- a/.github/workflows/ci.yml\n+++ b/.github/workflows/ci.yml\n@@ -1,5 +1,5 @@\n on: push\n-permissions: write-all\n+permissions: {}\n jobs:\n   a:\n     runs-on: u\n");
        shop.Text(Shop.Workflow).ShouldBe(Wide);
        WarderProcess.Shell(shop.Root, "warder fix --dry-run 2>/dev/null | git apply && cat .github/workflows/ci.yml").Ends(0).Out.ShouldBe(Narrow);
    }

    [Fact]
    public void A_check_fails_where_anything_is_left()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide);
        WarderProcess.Run(shop.Root, "fix", "--check").Ends(1);
        shop.Text(Shop.Workflow).ShouldBe(Wide);
        shop.With(Shop.Workflow, Narrow);
        WarderProcess.Run(shop.Root, "fix", "--check").Ends(0);
    }

    [Fact]
    public void A_file_with_uncommitted_changes_is_changed_only_when_told()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Narrow);
        WarderProcess.Shell(shop.Root, "git init -q && git add -A && git -c user.name=n -c user.email=n@example.invalid commit -qm one").Ends(0);
        shop.With(Shop.Workflow, Wide);
        WarderProcess.Run(shop.Root, "fix").Ends(2).Error.ShouldContain(".github/workflows/ci.yml: Not fixed: it has uncommitted changes");
        shop.Text(Shop.Workflow).ShouldBe(Wide);
        WarderProcess.Run(shop.Root, "fix", "--allow-dirty").Ends(0);
        shop.Text(Shop.Workflow).ShouldBe(Narrow);
    }

    [Theory]
    [InlineData("git init -q")]
    [InlineData("git init -q && echo .github > .gitignore")]
    [InlineData("git init -q && git add -A")]
    public void A_file_that_was_never_committed_is_changed_only_when_told(string prepare)
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide);
        WarderProcess.Shell(shop.Root, prepare).Ends(0);
        WarderProcess.Run(shop.Root, "fix").Ends(2).Error.ShouldContain("or was never committed");
        shop.Text(Shop.Workflow).ShouldBe(Wide);
        WarderProcess.Run(shop.Root, "fix", "--allow-dirty").Ends(0);
        shop.Text(Shop.Workflow).ShouldBe(Narrow);
    }

    [Theory]
    [InlineData("git init -q && echo broken > .git/HEAD")]
    [InlineData("mkdir .git")]
    [InlineData("echo gitdir: /nowhere > .git")]
    public void Where_git_cannot_answer_nothing_is_written(string prepare)
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide);
        WarderProcess.Shell(shop.Root, prepare).Ends(0);
        WarderProcess.Run(shop.Root, "fix").Refuses("Git cannot tell which files have uncommitted changes (fatal: ");
        shop.Text(Shop.Workflow).ShouldBe(Wide);
        WarderProcess.Run(shop.Root, "fix", "--allow-dirty").Ends(0);
        shop.Text(Shop.Workflow).ShouldBe(Narrow);
    }

    [Fact]
    public void Without_git_nothing_is_written_inside_a_repository()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide);
        WarderProcess.Shell(shop.Root, "git init -q").Ends(0);
        WarderProcess.Run(shop.Root, input: null, new Dictionary<string, string> { ["PATH"] = shop.Root }, "fix").Refuses("(git cannot be started)");
        shop.Text(Shop.Workflow).ShouldBe(Wide);
    }

    [Fact]
    public void A_file_that_changes_while_its_fix_is_written_is_left_alone()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide);
        var wrong = Should.Throw<OutputError>(() => OutputFile.WriteInside(
            shop.Root,
            Shop.Workflow,
            writer =>
            {
                writer.Write(Narrow);
                shop.With(Shop.Workflow, "on: push\n");
            },
            () => shop.Text(Shop.Workflow) == Wide ? null : "it changed"));
        wrong.Message.ShouldBe("it changed");
        shop.Text(Shop.Workflow).ShouldBe("on: push\n");
        shop.Files().ShouldBe([Shop.Workflow]);
    }

    [Fact]
    public void What_a_terminal_is_shown_cannot_steer_it()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide.Replace("push\n", "push # \u202e\n", StringComparison.Ordinal));
        WarderProcess.Run(shop.Root, "fix", "--dry-run", "--color", "always").Ends(0).Out.ShouldContain(" on: push # \\u202e\n");
        WarderProcess.Run(shop.Root, "fix", "--dry-run").Ends(0).Out.ShouldContain(" on: push # \u202e\n");
    }

    [Fact]
    public void Json_tells_whether_each_fix_is_safe()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide + "      - uses: actions/checkout@v4\n      - uses: acme/unheard-of@v1\n");
        using var json = System.Text.Json.JsonDocument.Parse(WarderProcess.Run(shop.Root, "fix", "--dry-run", "--unsafe", "--format", "json").Ends(0).Out);
        json.RootElement.GetProperty("files")[0].GetProperty("fixes")[0].GetProperty("safety").GetString().ShouldBe("unsafe");
    }

    [Fact]
    public void A_read_only_file_is_refused()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide);
        WarderProcess.Shell(shop.Root, "chmod 444 .github/workflows/ci.yml").Ends(0);
        WarderProcess.Run(shop.Root, "fix").Ends(2).Error.ShouldContain("it is read-only");
        shop.Text(Shop.Workflow).ShouldBe(Wide);
    }

    [Fact]
    public void A_byte_order_mark_and_the_mode_stay()
    {
        using var shop = new TempFolder().With(Shop.Workflow, [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Wide)]);
        WarderProcess.Shell(shop.Root, "chmod 640 .github/workflows/ci.yml").Ends(0);
        WarderProcess.Run(shop.Root, "fix").Ends(0);
        File.ReadAllBytes(shop[Shop.Workflow]).ShouldBe([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Narrow)]);
        WarderProcess.Shell(shop.Root, "stat -c %a .github/workflows/ci.yml").Ends(0).Out.Trim().ShouldBe("640");
    }

    [Fact]
    public void An_unknown_fix_is_refused_with_a_suggestion()
    {
        using var shop = new TempFolder().With(Shop.Workflow, Wide);
        WarderProcess.Run(shop.Root, "fix", "--rule", "excesive-permissions").Refuses("did you mean 'excessive-permissions'");
    }
}
