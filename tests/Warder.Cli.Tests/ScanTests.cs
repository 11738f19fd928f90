using System.Text;
using System.Text.Json;
using Warder.Testing;

namespace Warder.Cli.Tests;

public sealed class ScanTests
{
    // Made up; only its shape is that of a token of the format that the policy below adds.
    private const string Value = "acme_b41d7e02c95a6f3380d2e7c6";

    private const string Policy = """
        scan:
          formats:
            acme-key: { title: Acme key, pattern: "acme_[0-9a-f]{24}" }
          ignore: [vendored/**]

        """;

    private static TempFolder Folder() => new TempFolder()
        .With(".warder.yml", Policy)
        .With("deploy.sh", $"#!/bin/sh\n# the key\nKEY={Value}\n")
        .With("vendored/copy.txt", Value + "\n")
        .With("clean.txt", "nothing here\n");

    private static TempFolder Repository()
    {
        var folder = Folder();
        WarderProcess.Shell(folder.Root, "git init -q . && git config user.email a@example.org && git config user.name A && printf 'ignored.txt\\n' > .gitignore && git add -A && git commit -qm first").Ends(0);
        return folder;
    }

    [Fact]
    public void A_value_is_found_at_its_place_and_never_shown()
    {
        using var folder = Folder();
        var json = WarderProcess.Run(folder.Root, "scan", "--format", "json").Ends(1).Out;
        SchemaCheck.Problems(File.ReadAllText(RepositoryRoot.Combine("docs", "schema", "scan.schema.json")), json).ShouldBeEmpty();
        using var document = JsonDocument.Parse(json);
        var value = document.RootElement.GetProperty("values").EnumerateArray().ShouldHaveSingleItem();
        value.GetProperty("file").GetString().ShouldBe("deploy.sh");
        value.GetProperty("line").GetInt32().ShouldBe(3);
        value.GetProperty("column").GetInt32().ShouldBe(5);
        value.GetProperty("end_column").GetInt32().ShouldBe(5 + Value.Length);
    }

    [Theory]
    [InlineData("console")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("markdown")]
    [InlineData("junit")]
    public void No_format_shows_more_than_six_characters(string format)
    {
        using var folder = Folder();
        var told = WarderProcess.Run(folder.Root, "scan", "--format", format, "--verbose").Ends(1);
        (told.Out + told.Error).ShouldNotContain(Value[..7]);
        (told.Out + told.Error).ShouldNotContain(Value[10..17]);
    }

    [Fact]
    public void What_git_ignores_is_scanned_only_when_asked()
    {
        using var folder = Repository().With("ignored.txt", Value + "\n").With("new.txt", Value + "\n");
        WarderProcess.Run(folder.Root, "scan").Ends(1).Out.ShouldNotContain("ignored.txt");
        WarderProcess.Run(folder.Root, "scan").Ends(1).Out.ShouldContain("new.txt");
        WarderProcess.Run(folder.Root, "scan", "--all-files").Ends(1).Out.ShouldContain("ignored.txt");
    }

    [Fact]
    public void The_history_tells_the_commit_of_a_value_that_is_gone()
    {
        using var folder = Repository();
        var commit = WarderProcess.Shell(folder.Root, "git rev-parse HEAD").Ends(0).Out.Trim();
        WarderProcess.Shell(folder.Root, "echo gone > deploy.sh && git commit -qam second").Ends(0);
        WarderProcess.Run(folder.Root, "scan").Ends(0);
        using var document = JsonDocument.Parse(WarderProcess.Run(folder.Root, "scan", "--history", "--format", "json").Ends(1).Out);
        var value = document.RootElement.GetProperty("values").EnumerateArray().ShouldHaveSingleItem();
        value.GetProperty("commits").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe(commit);
        document.RootElement.GetProperty("counts").GetProperty("commits").GetInt32().ShouldBe(2);
        WarderProcess.Run(folder.Root, "scan", "--since", "HEAD~1").Ends(0);
    }

    [Fact]
    public void A_merge_that_brings_a_value_of_its_own_is_seen()
    {
        using var folder = Repository();
        WarderProcess.Shell(
            folder.Root,
            $"git rm -q deploy.sh && git commit -qm clean && git checkout -qb side && echo a > a && git add a && git commit -qm a && git checkout -q - && echo b > b && git add b && git commit -qm b && git merge -q --no-commit side && echo '{Value}' > evil.txt && git add evil.txt && git commit -qm merge").Ends(0);
        WarderProcess.Run(folder.Root, "scan", "--since", "HEAD~1").Ends(1).Out.ShouldContain("evil.txt");
    }

    [Fact]
    public void Only_what_is_staged_is_scanned_for_a_hook()
    {
        using var folder = Repository();
        WarderProcess.Run(folder.Root, "scan", "--staged").Ends(0);
        WarderProcess.Shell(folder.Root, $"echo '{Value}' > staged.txt && git add staged.txt && echo clean > staged.txt").Ends(0);
        WarderProcess.Run(folder.Root, "scan", "--staged").Ends(1).Out.ShouldContain("staged.txt");
    }

    [Fact]
    public void An_accepted_value_shows_no_more_and_a_new_one_does()
    {
        using var folder = Folder();
        WarderProcess.Run(folder.Root, "scan", "--accept").Ends(0).Out.ShouldContain("1 value added");
        WarderProcess.Run(folder.Root, "scan").Ends(0).Out.ShouldContain("1 hidden");
        WarderProcess.Run(folder.Root, "scan", "--no-baseline").Ends(1);
        folder.Text(".warder/baseline.json").ShouldNotContain(Value[5..12]);
        WarderProcess.Run(folder.Root, "baseline", "prune").Ends(0);
        WarderProcess.Run(folder.Root, "baseline", "create", "--force").Ends(0);
        WarderProcess.Run(folder.Root, "scan").Ends(0).Out.ShouldContain("1 hidden");
        folder.With("other.txt", Value + "\n");
        WarderProcess.Run(folder.Root, "scan").Ends(1).Out.ShouldContain("other.txt");
    }

    [Fact]
    public void Standard_input_is_scanned()
    {
        using var folder = new TempFolder().With(".warder.yml", Policy);
        WarderProcess.Run(folder.Root, Encoding.ASCII.GetBytes("x\n" + Value + "\n"), null, "scan", "-").Ends(1).Out.ShouldContain("stdin:2:1");
    }

    [Fact]
    public void A_pipe_among_the_files_is_not_waited_for()
    {
        using var folder = Folder();
        WarderProcess.Shell(folder.Root, "mkfifo pipe && ln -s /etc/passwd link && ln -s . loop").Ends(0);
        WarderProcess.Run(folder.Root, "scan").Ends(1);
    }

    [Fact]
    public void Utf16_is_read()
    {
        using var folder = new TempFolder().With(".warder.yml", Policy).With("a.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"line\nk={Value}\n")).ToArray());
        WarderProcess.Run(folder.Root, "scan").Ends(1).Out.ShouldContain("a.txt:2:3");
    }

    [Theory]
    [InlineData("scan: { formats: { x: { pattern: 'a*' } } }", "'*' at column 2")]
    [InlineData("scan: { formats: { x: { pattern: '[a-z]{20}' } } }", "nothing to be found by")]
    [InlineData("scan: { formats: { x: { title: X } } }", "no `pattern`")]
    [InlineData("scan: { formats: { x: { pattern: 'abc[', severity: error } } }", "was not closed")]
    public void A_format_that_is_wrong_is_told(string policy, string because)
    {
        using var folder = new TempFolder().With(".warder.yml", policy + "\n").With("a.txt", "x\n");
        var told = WarderProcess.Run(folder.Root, "scan").Ends(2);
        (told.Out + told.Error).ReplaceLineEndings(" ").Replace("           ", "", StringComparison.Ordinal).ShouldContain(because);
    }

    [Fact]
    public void Bad_usage_is_told_in_one_line()
    {
        using var folder = Folder();
        using var repository = Repository();
        WarderProcess.Run(repository.Root, "scan", "--since", "--output=written").Refuses("git cannot tell the history");
        repository.Files().ShouldNotContain(f => f.StartsWith("written", StringComparison.Ordinal));
        WarderProcess.Run(repository.Root, "scan", "--since", "nonsense").Refuses("bad revision");
        WarderProcess.Run(folder.Root, "scan", "missing").Refuses("missing: There is no such file or folder");
        WarderProcess.Run(folder.Root, "scan", "--history").Refuses("git cannot tell the history");
        WarderProcess.Run(folder.Root, "scan", "--history", "--staged").Ends(2).Error.ShouldContain("exclude one another");
    }

    [Fact]
    public void Redact_hides_values_and_passes_the_rest_on()
    {
        using var folder = new TempFolder().With(".warder.yml", Policy);
        var told = WarderProcess.Run(folder.Root, Encoding.ASCII.GetBytes($"a {Value} b\r\nPASSWORD=hunter22\nlast"), null, "redact").Ends(0);
        told.Out.ShouldBe("a acme_*** b\r\nPASSWORD=***\nlast");
        WarderProcess.Run(folder.Root, Encoding.ASCII.GetBytes("PASSWORD=hunter22\n"), null, "redact", "--known-only").Ends(0).Out.ShouldBe("PASSWORD=hunter22\n");
    }
}
