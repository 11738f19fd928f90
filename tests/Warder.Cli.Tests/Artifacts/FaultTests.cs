using System.Diagnostics;
using System.Security.Cryptography;

namespace Warder.Cli.Tests.Artifacts;

/// <summary>What goes wrong goes wrong in real processes here: nothing is lost, the next command finishes the work, no process is left.</summary>
public sealed class FaultTests
{
    // Unlike anything else on the machine, so that what is left of a test is found again.
    private static string Mark() => $"9{RandomNumberGenerator.GetInt32(1_000_000, 9_000_000)}";

    [Fact]
    public void Killed_in_a_suite_the_next_command_ends_its_processes_and_archives_what_there_is()
    {
        var mark = Mark();
        using var shop = new SessionShop(SessionShop.Line("long", $"echo before; sleep {mark} & setsid sleep {mark} & sleep {mark}"));
        using (var run = shop.Start("run"))
        {
            SessionShop.Await(() => SessionShop.Runs(mark) && Directory.EnumerateFiles(shop.Root, "long.log", SearchOption.AllDirectories).Any(f => new FileInfo(f).Length > 0), "the suite starts");
            run.Kill();
            run.WaitForExit();
        }

        SessionShop.Runs(mark).ShouldBeTrue();
        var next = shop.Run("list").Ends(0);
        next.Error.ShouldContain("was left by a process that is gone: finished, and 4 of its processes ended.");
        SessionShop.Runs(mark).ShouldBeFalse();
        shop.Names("logs/temp").ShouldBeEmpty();
        shop.Log("long").ShouldBe("before\n");
        shop.Archived().ShouldContain("/logs/long.log");
    }

    [Fact]
    public void A_session_that_lives_is_left_alone_by_others_and_two_run_at_once()
    {
        var mark = Mark();
        using var shop = new SessionShop(SessionShop.Line("long", $"while [ ! -e go ]; do sleep 0.1{mark}; done; echo done"));
        using var first = shop.Start("run");
        using var second = shop.Start("run");
        SessionShop.Await(() => shop.Names("logs/temp").Count(n => n.StartsWith("test_session_", StringComparison.Ordinal)) == 2 && SessionShop.Runs(mark), "both run");
        shop.Run("list").Ends(0).Out.ShouldContain("in use");
        shop.Run("clean", "0").Ends(0);
        shop.Folder.With("go", "");
        foreach (var run in new[] { first, second })
        {
            run.StandardError.ReadToEnd();
            run.StandardOutput.ReadToEnd().ShouldContain("long  passed");
            run.WaitForExit();
            run.ExitCode.ShouldBe(0);
        }

        shop.Names("logs/archive").Count.ShouldBe(2);
        shop.Names("logs/temp").ShouldBeEmpty();
    }

    [Fact]
    public void Killed_while_it_archives_nothing_is_lost()
    {
        using var shop = new SessionShop(SessionShop.Line("big", "head -c 120000000 /dev/urandom > logs/temp/$WARDER_SESSION/artifacts/big.bin; sha256sum < logs/temp/$WARDER_SESSION/artifacts/big.bin"));
        KillWhen(shop, () => Directory.Exists(shop.Folder["logs/archive"]) && Directory.EnumerateFiles(shop.Folder["logs/archive"], ".test_artifacts_*.tmp").Any());
        shop.Names("logs/archive").ShouldNotContain(n => n.StartsWith("test_artifacts_", StringComparison.Ordinal));
        shop.Names("logs/temp").Count.ShouldBe(1);

        shop.Run("list").Ends(0);
        shop.Names("logs/temp").ShouldBeEmpty();
        shop.Names("logs/archive").ShouldHaveSingleItem();
        var sum = WarderProcess.Shell(shop.Root, "tar xzOf logs/archive/*.tar.gz --wildcards '*/artifacts/big.bin' | sha256sum").Ends(0).Out;
        shop.Log("big").ShouldBe(sum);
    }

    [Fact]
    public void Killed_while_it_cleans_up_nothing_is_lost()
    {
        using var shop = new SessionShop(SessionShop.Line("many", "mkdir -p logs/temp/$WARDER_SESSION/extra && cd logs/temp/$WARDER_SESSION/extra && seq 1 20000 | split -l 1 -a 4 - f"));
        KillWhen(shop, () => Directory.Exists(shop.Folder["logs/archive"]) && Directory.EnumerateFiles(shop.Folder["logs/archive"], "test_artifacts_*").Any());

        shop.Run("list").Ends(0);
        shop.Names("logs/temp").ShouldBeEmpty();
        shop.Names("logs/archive").ShouldHaveSingleItem();
        shop.Archived().Split('\n').Count(l => l.Contains("/extra/f", StringComparison.Ordinal)).ShouldBe(20000);
        Directory.Exists(shop.Only("logs/test-results", "test_results_*")).ShouldBeTrue();
    }

    [Fact]
    public void An_endless_suite_that_ignores_requests_is_ended_in_time_and_the_next_one_runs()
    {
        var mark = Mark();
        using var shop = new SessionShop(string.Join('\n', SessionShop.Line("endless", $"trap '' TERM INT; while :; do sleep {mark}; done", ", timeout: 1s"), SessionShop.Line("after", "echo ok")));
        var ran = shop.Run("run").Ends(1);
        ran.Out.ShouldContain("It took longer than 1 s and was ended");
        ran.Error.ShouldContain("after   | ok\n");
        SessionShop.Runs(mark).ShouldBeFalse();
    }

    [Theory]
    [InlineData("for i in 1 2 3 4 5; do sleep MARK & done; echo forked")]
    [InlineData("(setsid sh -c 'setsid sleep MARK & sleep MARK' &) ; echo forked")]
    [InlineData("(env -i setsid sleep MARK >/dev/null 2>&1 &) ; (env -i setsid sleep MARK &) ; echo forked")]
    [InlineData("f() { [ $1 -gt 0 ] && { f $(($1 - 1)) & f $(($1 - 1)) & }; exec sleep MARK; }; f 5 & echo forked")]
    public void A_suite_that_forks_leaves_no_process(string line)
    {
        var mark = Mark();
        foreach (var parallel in new[] { "1", "2" })
        {
            using var shop = new SessionShop(string.Join('\n', SessionShop.Line("forks", line.Replace("MARK", mark, StringComparison.Ordinal)), SessionShop.Line("other", "true")));
            var ran = shop.Run("run", "--parallel", parallel).Ends(0);
            ran.Error.ShouldContain("forked");
            SessionShop.Runs(mark).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_token_that_is_printed_is_hidden_everywhere()
    {
        var token = "ghp_" + new string('A', 10) + "b7Kq2Zx9" + string.Concat(Enumerable.Range(0, 18).Select(i => (char)('a' + i)));
        using var shop = new SessionShop(SessionShop.Line("leak", "printf '%s' \"$THE_VALUE\"; printf '%s\\n' \"$WORDS_TOKEN\"; printf '%s' \"$WORDS_TOKEN\" | fold -w 5; echo $THE_VALUE > logs/temp/$WARDER_SESSION/artifacts/x.txt"));
        var environment = new Dictionary<string, string> { ["THE_VALUE"] = token, ["WORDS_TOKEN"] = "correct-horse-battery" };
        var ran = WarderProcess.Run(shop.Root, input: null, environment, "artifacts", "run").Ends(0);
        foreach (var value in new[] { token, token[8..30], "correct-horse" })
        {
            ran.Error.ShouldNotContain(value);
            ran.Out.ShouldNotContain(value);
            shop.Log("leak").ShouldNotContain(value);
        }

        shop.Log("leak").ShouldContain("***");
    }

    [Fact]
    public void Much_output_passes_whole()
    {
        using var shop = new SessionShop(SessionShop.Line("loud", "yes 'a line of output that is neither short nor long' | head -c 30000000"));
        shop.Run("run", "-q").Ends(0);
        new FileInfo(shop.Only("logs", "*_loud.log")).Length.ShouldBe(30_000_000);
    }

    [Fact]
    public void A_suite_may_remove_its_session_and_its_own_folder()
    {
        using var shop = new SessionShop(string.Join('\n', SessionShop.Line("first", "echo first"), SessionShop.Line("removes", "echo before; rm -rf ../logs/temp/$WARDER_SESSION; cd ..; rm -rf work; echo after", ", directory: work"), SessionShop.Line("last", "echo last")));
        shop.Folder.With("work/x", "");
        shop.Run("run").Ends(0);
        shop.Log("first").ShouldBe("first\n");
        shop.Log("removes").ShouldContain("before\n");
        shop.Log("removes").ShouldEndWith("after\n");
        shop.Log("last").ShouldBe("last\n");
        shop.Archived().ShouldContain("/session_info.json");
        shop.Names("logs/temp").ShouldBeEmpty();
    }

    [Fact]
    public void What_a_suite_leaves_in_the_session_is_archived_as_it_is()
    {
        using var shop = new SessionShop(SessionShop.Line("odd", "cd logs/temp/$WARDER_SESSION/artifacts && mkfifo pipe; ln -s /etc/passwd link && mkdir shut && echo x > shut/f && printf x > 'a\nb é' && printf x > shut/none && chmod 000 shut/none shut"));
        shop.Run("run").Ends(0);
        var listed = WarderProcess.Shell(shop.Root, "tar tvzf logs/archive/*.tar.gz").Ends(0).Out;
        listed.ShouldMatch(@"\nl.*artifacts/link -> /etc/passwd\n");
        listed.ShouldMatch(@"\np.*artifacts/pipe\n");
        listed.ShouldContain("artifacts/shut/f");
        listed.ShouldContain(@"a\nb");
        shop.Names("logs/temp").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public void Asked_to_end_it_ends_the_suite_and_closes_the_session(string signal)
    {
        var mark = Mark();
        using var shop = new SessionShop(string.Join('\n', SessionShop.Line("long", $"trap 'echo bye; exit 0' TERM; echo on; sleep {mark} & wait"), SessionShop.Line("never", "echo never")));
        using var run = shop.Start("run");
        SessionShop.Await(() => SessionShop.Runs(mark), "the suite starts");
        WarderProcess.Shell(shop.Root, $"kill -{signal} {run.Id}").Ends(0);
        var output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        run.ExitCode.ShouldBe(2);
        output.ShouldContain("long   INTERRUPTED");
        output.ShouldContain("never  INTERRUPTED");
        SessionShop.Runs(mark).ShouldBeFalse();
        shop.Names("logs/temp").ShouldBeEmpty();
        shop.Log("long").ShouldBe("on\nbye\n");
    }

    [Fact]
    public void Where_the_disk_is_full_nothing_is_deleted_and_the_next_command_finishes()
    {
        using var shop = new SessionShop(SessionShop.Line("fills", "head -c 6000000 /dev/urandom > logs/temp/$WARDER_SESSION/artifacts/big.bin; echo kept; yes | head -c 4000000"));
        Directory.CreateDirectory(shop.Folder["logs"]);
        if (WarderProcess.Shell(shop.Root, "mount -t tmpfs -o size=8m tmpfs logs").Status != 0)
        {
            Assert.Skip("This machine lets nobody mount a small file system.");
        }

        try
        {
            var full = shop.Run("run", "-q").Ends(2);
            full.Error.ShouldContain("Nothing was deleted; the next 'warder artifacts' command tries again.");
            shop.Names("logs/temp").Count.ShouldBe(1);
            shop.Names("logs/archive").ShouldBeEmpty();

            WarderProcess.Shell(shop.Root, "mount -o remount,size=64m logs").Ends(0);
            shop.Run("list").Ends(0);
            shop.Names("logs/temp").ShouldBeEmpty();
            shop.Archived().ShouldContain("/artifacts/big.bin");
            shop.Log("fills").ShouldStartWith("kept\n");
        }
        finally
        {
            WarderProcess.Shell(shop.Root, "umount logs");
        }
    }

    private static void KillWhen(SessionShop shop, Func<bool> isTime)
    {
        using var run = shop.Start("run", "-q", "--no-audit");
        SessionShop.Await(isTime, "the step begins");
        run.Kill();
        run.WaitForExit();
        run.ExitCode.ShouldNotBe(0);
    }
}
