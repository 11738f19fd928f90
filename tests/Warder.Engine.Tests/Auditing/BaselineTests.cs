using CsCheck;
using Warder.Engine.Auditing;
using Warder.Testing;

namespace Warder.Engine.Tests.Auditing;

public sealed class BaselineTests
{
    private static readonly Gen<string> Above = Gen.OneOf(
        "\n", "# a comment\n", "\n# two\n# lines\n\n", "  # indented\n", "name: Something\n", "env:\n  B: ${{ vars.B }}\n");

    private static readonly Gen<string> OtherJobs = Gen.OneOf(
        "", "  lint:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./lint\n", "  # nothing here\n\n",
        "  test:\n    runs-on: ubuntu-latest\n    env:\n      Z: ${{ secrets.Z }}\n    steps:\n      - run: ./test\n");

    private static readonly Gen<string> OtherSteps = Gen.OneOf(
        "", "      - run: ./before\n", "      # a comment\n      - uses: actions/checkout@v4\n", "\n");

    [Fact]
    public void What_a_baseline_holds_is_hidden_and_the_rest_is_not()
    {
        var files = Audits.Of(Audits.Use("X"));
        var baseline = Written(Audits.Run(files));
        files.With(".warder/baseline.json", baseline).With(Audits.Path, Audits.Workflow(Audits.Use("X"), Audits.Use("Y", "B")));
        var result = Audits.Run(files);
        result.Findings.ShouldHaveSingleItem().Token.ShouldBe("Y");
        result.Suppressed.ShouldHaveSingleItem().By.ShouldBe(SuppressionKind.Baseline);
    }

    [Fact]
    public void Equal_findings_are_counted_one_by_one()
    {
        var one = $"{Audits.Use("X")}";
        var twice = "A: ${{ secrets.X }}${{ secrets.X }}";
        var thrice = "A: ${{ secrets.X }}${{ secrets.X }}${{ secrets.X }}";
        var files = Audits.Of(twice);
        var first = Audits.Run(files);
        first.Findings.Count.ShouldBe(2);
        first.Findings.Select(f => f.Fingerprint).Distinct().Count().ShouldBe(2);
        files.With(".warder/baseline.json", Written(first));
        Audits.Run(files).Findings.ShouldBeEmpty();
        Audits.Run(files.With(Audits.Path, Audits.Workflow(thrice))).Findings.ShouldHaveSingleItem();
        Audits.Run(files.With(Audits.Path, Audits.Workflow(one))).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_moved_takes_its_entries_along()
    {
        var before = Audits.Of("A: ${{ secrets.X }}${{ secrets.X }}");
        var after = new MemoryFiles()
            .With(".github/workflows/moved.yml", Audits.Workflow("A: ${{ secrets.X }}${{ secrets.X }}"))
            .With(".warder/baseline.json", Written(Audits.Run(before)));
        Audits.Run(after).Findings.ShouldBeEmpty();
        after.With(".github/workflows/copied.yml", Audits.Workflow(Audits.Use("X")));
        Audits.Run(after).Findings.ShouldHaveSingleItem("a copy is not a move: its finding is new");
    }

    [Fact]
    public void A_copy_beside_the_original_is_new()
    {
        var files = Audits.Of(Audits.Use("X"));
        files.With(".warder/baseline.json", Written(Audits.Run(files))).With(".github/workflows/copy.yml", Audits.Workflow(Audits.Use("X")));
        Audits.Run(files).Findings.ShouldHaveSingleItem().Location.Path.ShouldBe(".github/workflows/copy.yml");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\": 2, \"findings\": []}")]
    [InlineData("{\"version\": \"1\", \"findings\": []}")]
    [InlineData("{\"version\": 1.5, \"findings\": []}")]
    [InlineData("{\"version\": 99999999999, \"findings\": []}")]
    [InlineData("{\"version\": 1, \"findings\": [1]}")]
    [InlineData("{\"version\": 1, \"findings\": [{}]}")]
    [InlineData("{\"version\": 1, \"findings\": [{\"fingerprint\": 1, \"context\": 2, \"rule\": 3, \"path\": 4}]}")]
    [InlineData("{\"version\": 1, \"findings\": [")]
    public void A_broken_baseline_is_a_diagnostic_and_hides_nothing(string json)
    {
        var result = Audits.Run(Audits.Of(Audits.Use("X")).With(".warder/baseline.json", json));
        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("invalid-baseline");
        result.Findings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_baseline_that_the_policy_names_must_be_there()
    {
        var result = Audits.Run(Audits.Of(Audits.Use("X")).With(".warder.yml", "baseline: known.json\n"));
        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("missing-baseline");
    }

    [Fact]
    public void Reading_gives_back_what_was_written()
    {
        Gen.Select(Gen.String, Gen.String, Gen.String).Array[0, 5].Sample(entries =>
        {
            // A lone surrogate is no text that any file or message can hold.
            var written = new Baseline([.. entries.Select(e => new BaselineEntry("f", "c", Clean(e.Item1), Clean(e.Item2), Clean(e.Item3)))]);
            using var text = new StringWriter();
            written.Write(text);
            Baseline.Parse(text.ToString(), out var why).ShouldNotBeNull(why).Entries.ShouldBe(written.Entries);
        });
    }

    [Fact]
    public void Edits_above_a_finding_do_not_change_its_fingerprint()
    {
        var plain = Fingerprints("", "", "");
        plain.Count.ShouldBe(1);
        Gen.Select(Above.Array[0, 4], OtherJobs.Array[0, 2], OtherSteps.Array[0, 3]).Sample((above, jobs, steps) =>
        {
            var edited = Fingerprints(string.Concat(above.Distinct()), string.Concat(jobs.Distinct()), string.Concat(steps));
            edited.ShouldContain(plain[0]);
        }, iter: 300);
    }

    private static List<string> Fingerprints(string above, string jobs, string steps)
    {
        var text = $"{above}on: push\njobs:\n{jobs}  build:\n    runs-on: ubuntu-latest\n    steps:\n{steps}      - name: Go\n        run: ./go\n        env:\n          A: ${{{{ secrets.X }}}}\n";
        var result = Audits.Run(new MemoryFiles().With(Audits.Path, text));
        return [.. result.Findings.Where(f => f.Token == "X").Select(f => f.Fingerprint)];
    }

    private static string Clean(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);

    private static string Written(AuditResult result)
    {
        using var text = new StringWriter();
        Baseline.Of(result.Findings).Write(text);
        return text.ToString();
    }
}
