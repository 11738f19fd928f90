using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Engine.Rules;

namespace Warder.Engine.Tests.Auditing;

public sealed class DiskTests : IDisposable
{
    private readonly string _base = Directory.CreateTempSubdirectory("warder-disk-").FullName;
    private readonly string _root;

    public DiskTests()
    {
        _root = Path.Combine(_base, "repository");
        Directory.CreateDirectory(_root);
    }

    public void Dispose() => Directory.Delete(_base, recursive: true);

    [Fact]
    public void Folders_of_dependencies_and_other_repositories_are_passed_over()
    {
        foreach (var path in new[] { "a.sh", "node_modules/x/a.sh", "vendor/a.sh", "sub/.git/config", "sub/a.sh", ".github/actions/coverage/action.yml", ".github/node_modules/a.sh" })
        {
            Write(path, "");
        }

        new DiskFiles(_root).Paths.ShouldBe([".github/actions/coverage/action.yml", "a.sh"]);
    }

    [Theory]
    [InlineData("lib/a.py", true)]
    [InlineData("lib/b.py", false)]
    [InlineData("lib/deep/er/a.py", false)]
    [InlineData("no/such/folder/a.py", false)]
    [InlineData("lib/a.py/b", false)]
    [InlineData("lib/gone/../a.py", true)]
    [InlineData("/lib/a.py", true)]
    [InlineData("vendor/x/a.py", true)]
    [InlineData("vendor/x/b.py", false)]
    [InlineData("sub/inner/a.py", true)]
    [InlineData("linked/a.py", true)]
    [InlineData("linked/none/a.py", false)]
    public void What_no_list_tells_is_looked_for_on_the_disk(string path, bool exists)
    {
        foreach (var file in new[] { "lib/a.py", "vendor/x/a.py", "sub/.git/config", "sub/inner/a.py" })
        {
            Write(file, "");
        }

        Directory.CreateSymbolicLink(Path.Combine(_root, "linked"), "lib");
        new DiskFiles(_root).Exists(path).ShouldBe(exists);
    }

    [Fact]
    public void An_action_under_a_linked_folder_of_workflows_is_there()
    {
        Write("ci/actions/say/action.yml", "name: say");
        Directory.CreateSymbolicLink(Path.Combine(_root, ".github"), "ci");

        var files = new DiskFiles(_root);
        files.Exists(".github/actions/say/action.yml").ShouldBeTrue();
        files.Exists(".github/actions/say/action.yaml").ShouldBeFalse();
        files.Exists("ci/actions/say/action.yml").ShouldBeTrue();
    }

    [Theory]
    [InlineData("utf-8", "echo $GITHUB_TOKEN # Übung", 1)]
    [InlineData("utf-16", "echo $GITHUB_TOKEN", 1)]
    [InlineData("iso-8859-1", "echo $GITHUB_TOKEN # Übung", 1)]
    [InlineData("utf-8", "echo nothing # Übung", 0)]
    [InlineData("iso-8859-1", "echo nothing # Übung", 0)]
    public void A_script_is_searched_in_whatever_encoding(string encoding, string text, int uses)
    {
        File.WriteAllText(Path.Combine(_root, "a.sh"), text, System.Text.Encoding.GetEncoding(encoding));
        var result = new Auditor([], FactBase.Embedded, TimeProvider.System).Audit(new DiskFiles(_root));
        result.Diagnostics.ShouldBeEmpty();
        result.Counts.Scripts.ShouldBe(1);
        result.Uses.Count.ShouldBe(uses);
    }

    [Fact]
    public void A_suppression_is_seen_in_a_script_without_tokens()
    {
        Write("a.sh", "# warder: ignore[token-unused] told elsewhere\necho nothing\n");
        var result = new Auditor(RuleCatalogue.All, FactBase.Embedded, TimeProvider.System).Audit(new DiskFiles(_root));
        result.Findings.ShouldContain(f => f.Rule.Slug == "stale-suppression");
    }

    [Fact]
    public void Paths_are_sorted_by_their_characters_codes()
    {
        foreach (var path in new[] { "b.sh", "B.sh", "a/z.sh", "a.sh", "ä.sh" })
        {
            Write(path, "");
        }

        new DiskFiles(_root).Paths.ShouldBe(["B.sh", "a.sh", "a/z.sh", "b.sh", "ä.sh"]);
    }

    [Theory]
    [InlineData("inside.yml", "Inside")]
    [InlineData("./folder/../inside.yml", "Inside")]
    [InlineData("../outside.yml", "Outside")]
    [InlineData("folder/../../outside.yml", "Outside")]
    [InlineData("to-inside", "Inside")]
    [InlineData("to-outside", "Outside")]
    [InlineData("to-absolute-inside", "Inside")]
    [InlineData("to-etc/hostname", "Outside")]
    [InlineData("chain", "Outside")]
    [InlineData("self", "Circle")]
    [InlineData("circle-a", "Circle")]
    [InlineData("to-nothing", "Nothing")]
    [InlineData("nothing", "Nothing")]
    [InlineData("folder/to-up/inside.yml", "Inside")]
    public void Links_are_followed_part_by_part_and_never_out(string path, string expected)
    {
        Write("inside.yml", "in");
        Write("folder/x.yml", "in");
        File.WriteAllText(Path.Combine(_base, "outside.yml"), "out");
        Link("to-inside", "folder/../inside.yml");
        Link("to-outside", "../outside.yml");
        Link("to-absolute-inside", Path.Combine(_root, "inside.yml"));
        Link("to-etc", "/etc");
        Link("chain", "to-outside");
        Link("self", "self");
        Link("circle-a", "circle-b");
        Link("circle-b", "circle-a");
        Link("to-nothing", "nowhere");
        Link("folder/to-up", "..");
        LinkWalk.Follow(_root, path, out _).ToString().ShouldBe(expected);
        var files = new DiskFiles(_root);
        files.Exists(path).ShouldBe(expected == "Inside");
        (files.Read(path).Source?.Text == "in").ShouldBe(expected == "Inside");
    }

    [Fact]
    public void A_neighbour_whose_name_begins_alike_is_outside()
    {
        Directory.CreateDirectory(_root + "-2");
        File.WriteAllText(_root + "-2/a.yml", "out");
        Link("a.yml", _root + "-2/a.yml");
        LinkWalk.Follow(_root, "a.yml", out _).ShouldBe(LinkEnd.Outside);
    }

    [Theory]
    [InlineData(".github/workflows/a.yml", true)]
    [InlineData("action.yml", true)]
    [InlineData(".warder.yml", true)]
    [InlineData(".codex/tokens/token_scope_map.yaml", true)]
    [InlineData("scripts/a.sh", true)]
    [InlineData("docs/picture.png", false)]
    public void A_link_out_is_said_where_it_hides_something(string path, bool said)
    {
        File.WriteAllText(Path.Combine(_base, "outside"), "out");
        Link(path, Path.Combine(_base, "outside"));
        var files = new DiskFiles(_root);
        files.Paths.ShouldBeEmpty();
        files.Problems.Select(p => p.Code).ShouldBe(said ? ["link-not-followed"] : []);
    }

    [Fact]
    public void A_file_that_vanishes_after_listing_is_said()
    {
        Write(".github/workflows/a.yml", "on: push\n");
        var files = new DiskFiles(_root);
        File.Delete(Path.Combine(_root, ".github/workflows/a.yml"));
        var result = Audits.Run(files);
        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("unreadable-file");
    }

    [Fact]
    public void What_a_path_means_depends_on_where_it_lies()
    {
        Write(".github/workflows/a.yml", "");
        Write("src/a.sh", "");
        var problems = new List<Diagnostic>();
        AuditTargets.Find([_root], problems).ShouldHaveSingleItem().Options.Only.ShouldBeNull();
        var part = AuditTargets.Find([Path.Combine(_root, "src")], problems).ShouldHaveSingleItem();
        part.Files.Root.ShouldBe(_root);
        part.Options.Only.ShouldBe(["src/a.sh"]);
        var file = AuditTargets.Find([Path.Combine(_root, "src/a.sh")], problems).ShouldHaveSingleItem();
        file.Options.Named.ShouldBe(["src/a.sh"]);
        AuditTargets.Find([_base], problems).ShouldHaveSingleItem().Files.Root.ShouldBe(_root);
        AuditTargets.Find([_root, Path.Combine(_root, "src/a.sh")], problems).ShouldHaveSingleItem().Options.Only.ShouldBeNull();
        problems.ShouldBeEmpty();
        AuditTargets.Find([Path.Combine(_root, "nowhere")], problems).ShouldBeEmpty();
        problems.ShouldHaveSingleItem().Code.ShouldBe("missing-path");
    }

    [Fact]
    public void A_passed_over_folder_that_is_named_is_said()
    {
        Write(".github/workflows/a.yml", "");
        Write("node_modules/x/action.yml", "");
        var problems = new List<Diagnostic>();
        AuditTargets.Find([Path.Combine(_root, "node_modules/x")], problems);
        problems.ShouldHaveSingleItem().Code.ShouldBe("passed-over");
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private void Link(string path, string target)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.CreateSymbolicLink(full, target);
    }
}
