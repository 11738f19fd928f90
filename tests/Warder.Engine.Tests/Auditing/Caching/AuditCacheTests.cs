using System.Text;
using Warder.Engine.Auditing;
using Warder.Engine.Auditing.Caching;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Testing;

namespace Warder.Engine.Tests.Auditing.Caching;

/// <summary>What an audit takes over from the last one, and what it looks at again.</summary>
public sealed class AuditCacheTests : IDisposable
{
    private const string Workflow = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ secrets.DEPLOY_KEY }}\n";
    private const string Everything = "AGENTS.md a.yml b.yml loose.sh";
    private readonly string _base = Directory.CreateTempSubdirectory("warder-cache-").FullName;
    private readonly CountingRule _rule = new();

    public AuditCacheTests()
    {
        Write(".github/workflows/a.yml", Workflow);
        Write(".github/workflows/b.yml", Workflow);
        Write("ci/called.sh", "true\n");
        Write("ci/loose.sh", "echo $DEPLOY_KEY\n");
        Write("AGENTS.md", "Use DEPLOY_KEY.\n");
    }

    private string Root => Path.Combine(_base, "repository");

    private string Folder => Path.Combine(_base, "cache", "warder");

    public void Dispose() => Directory.Delete(_base, recursive: true);

    [Fact]
    public void What_did_not_change_is_not_looked_at_again()
    {
        var first = Audit();
        _rule.Seen().ShouldBe(Everything);
        var second = Audit();
        _rule.Seen().ShouldBe("");
        Told(second).ShouldBe(Told(first));
        second.Uses.Select(u => (u.Path, u.Token, u.Start)).ShouldBe(first.Uses.Select(u => (u.Path, u.Token, u.Start)));
        second.Counts.ShouldBe(first.Counts);
    }

    [Fact]
    public void A_script_or_document_that_changed_is_looked_at_alone()
    {
        Audit();
        Write("ci/loose.sh", "echo again $DEPLOY_KEY\n");
        _rule.Seen();
        Audit();
        _rule.Seen().ShouldBe("loose.sh");
        Write("AGENTS.md", "Do not use DEPLOY_KEY.\n");
        Audit();
        _rule.Seen().ShouldBe("AGENTS.md");
        Audit();
        _rule.Seen().ShouldBe("");
    }

    [Fact]
    public void What_a_workflow_rests_on_makes_it_looked_at_again()
    {
        Audit();
        _rule.Seen();
        Write("ci/called.sh", "false\n");
        Told(Audit()).ShouldContain("The script says false");
        _rule.Seen().ShouldBe("a.yml b.yml");

        File.Delete(Path.Combine(Root, "ci/called.sh"));
        Told(Audit()).ShouldContain("The script says nothing");
        _rule.Seen();
        Audit();
        _rule.Seen().ShouldBe("");

        // A file that was missed before, too.
        Write("ci/called.sh", "new\n");
        Told(Audit()).ShouldContain("The script says new");
    }

    [Theory]
    [InlineData("package.json")]
    [InlineData("AGENTS.md")]
    [InlineData("ci/called.sh")]
    public void Where_a_rule_reads_another_file_for_a_script_none_is_kept(string other)
    {
        var rule = new CountingRule(readForScripts: other);
        Audit(rules: [rule]);
        Audit(rules: [rule]);
        rule.Seen().ShouldBe("AGENTS.md AGENTS.md a.yml b.yml loose.sh loose.sh");
    }

    [Fact]
    public void A_new_name_of_a_token_makes_everything_looked_at_again()
    {
        Audit();
        _rule.Seen();
        Write(".github/workflows/a.yml", Workflow.Replace("DEPLOY_KEY", "OTHER_KEY", StringComparison.Ordinal));
        Audit();
        _rule.Seen().ShouldBe(Everything);
    }

    [Theory]
    [InlineData(".warder.yml", "schema: 1\n")]
    [InlineData(".warder/tokens.yaml", "project_tokens:\n  - token: DEPLOY_KEY\n")]
    [InlineData(".github/workflows/c.yml", Workflow)]
    public void A_new_policy_registry_or_workflow_makes_workflows_looked_at_again(string path, string text)
    {
        Audit();
        _rule.Seen();
        Write(path, text);
        Audit();
        _rule.Seen().ShouldContain("a.yml b.yml");
    }

    [Fact]
    public void Another_day_and_other_rules_make_everything_looked_at_again()
    {
        Audit();
        _rule.Seen();
        Audit(today: AuditRunner.Today.AddDays(1));
        _rule.Seen().ShouldBe(Everything);
        Audit(today: AuditRunner.Today.AddDays(1), rules: [_rule, new EchoRule()]);
        _rule.Seen().ShouldBe(Everything);
    }

    [Fact]
    public void A_file_that_changed_just_now_may_change_again_unseen_and_is_not_kept()
    {
        Audit(clock: TimeProvider.System);
        Audit(clock: TimeProvider.System);
        _rule.Seen().ShouldBe("AGENTS.md AGENTS.md a.yml a.yml b.yml b.yml loose.sh loose.sh");
    }

    [Fact]
    public void A_suppression_still_hides()
    {
        Write("ci/loose.sh", "echo $DEPLOY_KEY # warder: ignore[echo] it is a sample\n");
        var rules = new Rule[] { new EchoRule(), _rule };
        Audit(rules: rules).Suppressed.ShouldHaveSingleItem();
        _rule.Seen();
        Audit(rules: rules).Suppressed.ShouldHaveSingleItem();
        _rule.Seen().ShouldBe("");
    }

    [Fact]
    public void No_value_of_a_token_is_kept_and_its_file_is_looked_at_again()
    {
        var value = "ghp_" + string.Concat(Enumerable.Range(0, 36).Select(i => (char)('a' + (i % 26))));
        Write("ci/loose.sh", $"curl -H \"Authorization: {value}\" $DEPLOY_KEY\n");
        var rules = new Rule[] { new EchoRule(), _rule };
        Audit(rules: rules).Findings.ShouldContain(f => f.Frame!.Lines[0].Contains(value, StringComparison.Ordinal));
        _rule.Seen();
        Audit(rules: rules).Findings.ShouldContain(f => f.Frame!.Lines[0].Contains(value, StringComparison.Ordinal));
        _rule.Seen().ShouldBe("loose.sh");
        var kept = File.ReadAllBytes(Directory.GetFiles(Folder).ShouldHaveSingleItem());
        kept.AsSpan().IndexOf(Encoding.UTF8.GetBytes(value)).ShouldBe(-1);
        kept.AsSpan().IndexOf(Encoding.Unicode.GetBytes(value)).ShouldBe(-1);
    }

    [Fact]
    public void A_damaged_cache_is_passed_over()
    {
        Audit();
        var file = Directory.GetFiles(Folder).ShouldHaveSingleItem();
        var whole = File.ReadAllBytes(file);
        byte[][] damaged = [[], whole[..20], whole[..^1], [.. whole[..^1], (byte)~whole[^1]], [.. whole, 0], "other"u8.ToArray()];
        foreach (var bytes in damaged)
        {
            File.WriteAllBytes(file, bytes);
            _rule.Seen();
            Audit();
            _rule.Seen().ShouldBe(Everything);
        }

        Audit();
        _rule.Seen().ShouldBe("");
    }

    [Fact]
    public void What_is_not_in_the_form_of_a_cache_is_passed_over()
    {
        var options = new AuditOptions { Cache = new AuditCache(Folder) };
        options.Cache.Keep(Root, options, (writer, _) => writer.Write("nonsense"));
        Audit();
        _rule.Seen().ShouldBe(Everything);
        Audit();
        _rule.Seen().ShouldBe("");
    }

    [Fact]
    public void Where_writing_fails_nothing_is_left()
    {
        Audit();
        var options = new AuditOptions { Cache = new AuditCache(Folder) };
        options.Cache.Keep(Root, options, (_, _) => throw new ArgumentOutOfRangeException(nameof(options), "The disk is full."));
        Directory.GetFiles(Folder).ShouldHaveSingleItem();
        _rule.Seen();
        Audit();
        _rule.Seen().ShouldBe("");
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_done_without()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folder)!);
        File.WriteAllText(Folder, "not a folder");
        Audit();
        Audit();
        _rule.Seen().ShouldContain("a.yml a.yml");
        File.ReadAllText(Folder).ShouldBe("not a folder");
    }

    [Fact]
    public void Only_the_user_may_read_it_and_old_files_go_but_not_those_of_others()
    {
        Directory.CreateDirectory(Folder);
        string[] old = [new string('a', 32) + ".audit", new string('b', 32) + ".audit.01234567", "notes.audit", "notes.txt"];
        foreach (var name in old)
        {
            File.WriteAllText(Path.Combine(Folder, name), "old");
            File.SetLastWriteTimeUtc(Path.Combine(Folder, name), DateTime.UtcNow.AddDays(-31));
        }

        Audit();
        var files = new DirectoryInfo(Folder).GetFiles();
        files.Select(f => f.Name).Intersect(old).Order(StringComparer.Ordinal).ShouldBe(["notes.audit", "notes.txt"]);
        var kept = files.ExceptBy(old, f => f.Name).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
        {
            kept.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("repository")]
    [InlineData("repository/.cache/warder")]
    [InlineData("link/warder")]
    public void A_folder_in_the_repository_is_not_used(string folder)
    {
        Directory.CreateSymbolicLink(Path.Combine(_base, "link"), Root);
        var before = Directory.GetFileSystemEntries(Root).Length;
        var cache = new AuditCache(Path.Combine(_base, folder));
        AuditRunner.Run(new DiskFiles(Root, new LateClock()), new AuditOptions { Cache = cache }, rules: [_rule]);
        Directory.GetFileSystemEntries(Root).Length.ShouldBe(before);
    }

    [Fact]
    public void A_folder_beside_the_repository_is_used()
    {
        var cache = new AuditCache(Root + "-cache");
        AuditRunner.Run(new DiskFiles(Root, new LateClock()), new AuditOptions { Cache = cache }, rules: [_rule]);
        Directory.GetFiles(Root + "-cache").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_file_of_the_same_length_and_date_in_its_place_is_another()
    {
        var path = Path.Combine(Root, ".github/workflows/a.yml");
        Audit();
        var (before, date) = (File.ReadAllText(path), File.GetLastWriteTimeUtc(path));
        _rule.Seen();
        File.WriteAllText(path, before.Replace("echo", "true", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, date);
        Audit();
        _rule.Seen().ShouldBe("a.yml b.yml");
    }

    [Fact]
    public void A_file_that_could_not_be_read_is_read_again()
    {
        var files = new LockedFiles(new DiskFiles(Root, new LateClock())) { Locked = "ci/called.sh" };
        Told(Audit(files)).ShouldContain("The script says nothing");
        files.Locked = null;
        Told(Audit(files)).ShouldContain("The script says true");
    }

    [Fact]
    public void No_value_of_a_token_is_kept_as_a_path()
    {
        var value = "ghp_" + string.Concat(Enumerable.Range(0, 36).Select(i => (char)('a' + (i % 26))));
        Write(".github/workflows/a.yml", Workflow + $"      - run: bash ci/{value}.sh\n");
        Write($"ci/{value}.sh", "echo $DEPLOY_KEY\n");
        AuditRunner.Run(new DiskFiles(Root, new LateClock()), new AuditOptions { Cache = new AuditCache(Folder) });
        File.ReadAllBytes(Directory.GetFiles(Folder).ShouldHaveSingleItem()).AsSpan().IndexOf(Encoding.UTF8.GetBytes(value)).ShouldBe(-1);
    }

    private static string Told(AuditResult result) => string.Join('\n', result.Findings.Select(f => $"{f.Location} {f.Message} {f.Fingerprint} {string.Join('|', f.Frame?.Lines ?? [])}"));

    private AuditResult Audit(DateOnly? today = null, IReadOnlyList<Rule>? rules = null, TimeProvider? clock = null) =>
        AuditRunner.Run(new DiskFiles(Root, clock ?? new LateClock()), new AuditOptions { Cache = new AuditCache(Folder) }, today, rules ?? [_rule]);

    private AuditResult Audit(RepositoryFiles files) => AuditRunner.Run(files, new AuditOptions { Cache = new AuditCache(Folder) }, rules: [_rule]);

    private void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
