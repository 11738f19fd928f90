using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Reports.Enforcement;
using Warder.Testing;

namespace Warder.Reports.Tests;

public sealed class EnforcementReportTests
{
    private static readonly DateTimeOffset Time = new(2026, 2, 28, 23, 59, 58, TimeSpan.Zero);

    [Fact]
    public void Report_is_as_the_snapshot() => Snapshot.Match(Markdown(Result(Samples.Rich())));

    [Fact]
    public void Terminal_is_as_the_snapshot()
    {
        using var output = new StringWriter();
        EnforcementConsoleReport.Write(Result(Samples.Rich()), Samples.Options, output);
        Snapshot.Match(output.ToString());
    }

    [Theory]
    [MemberData(nameof(SchemaTests.Names), MemberType = typeof(SchemaTests))]
    public void Json_fits_its_schema(string name)
    {
        if (SchemaTests.ResultsOf(name) is not [var audit])
        {
            return;
        }

        using var output = new StringWriter();
        EnforcementJsonReport.Write(Result(audit), Samples.Options, output);
        SchemaCheck.Problems(SchemaTests.Schema("validation"), output.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Sections_add_up_to_the_audit()
    {
        var audit = Samples.Rich();
        var result = Result(audit);
        result.Sections.Sum(s => s.Findings.Count).ShouldBe(audit.Findings.Count);
        result.Sections.SelectMany(s => s.Findings).ToHashSet().SetEquals(audit.Findings).ShouldBeTrue();
    }

    [Fact]
    public void A_section_left_out_takes_its_findings_with_it_and_is_named()
    {
        var result = EnforcementResult.Of(Samples.Rich(), new HashSet<EnforcementSection> { EnforcementSection.Agents }, [], isStrict: false, Time);
        result.Audit.Findings.ShouldAllBe(f => f.Location.Path == Samples.Agents);
        Markdown(result).ShouldContain("This run left sections out: registry, workflows, audit, cleanup, potato, environment, documents.");
    }

    [Fact]
    public void What_was_not_seen_is_not_compliant()
    {
        var blind = Samples.Clean() with { Diagnostics = [new("unreadable-file", "It cannot be read.", "a.yml")] };
        Result(Samples.Clean()).Verdict.ShouldBe(EnforcementVerdict.Compliant);
        Result(blind).Verdict.ShouldBe(EnforcementVerdict.Incomplete);
        Markdown(Result(blind)).ShouldContain("- Not looked at: `a.yml`: It cannot be read.");
    }

    [Fact]
    public void A_drifted_document_is_a_violation_and_a_missing_one_is_not()
    {
        DocumentState[] states = [new("docs/matrix.md", DocumentStanding.Drifted), new("docs/policy.md", DocumentStanding.Missing)];
        var result = EnforcementResult.Of(Samples.Clean(), EnforcementResult.AllSections.ToHashSet(), states, isStrict: false, Time);
        result.Violations.ShouldBe(1);
        result.Verdict.ShouldBe(EnforcementVerdict.NonCompliant);
        Markdown(result).ShouldContain("- docs/matrix.md: drifted");
    }

    [Theory]
    [InlineData(1, "1 hour")]
    [InlineData(24, "24 hours")]
    [InlineData(36, "36 hours")]
    [InlineData(48, "2 days")]
    [InlineData(168, "1 week")]
    [InlineData(240, "10 days")]
    public void Times_are_told_in_the_largest_whole_unit(int hours, string words) =>
        EnforcementWords.Of(TimeSpan.FromHours(hours)).ShouldBe(words);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("| a | b |\n# head")]
    public void Hostile_text_stays_text(string text)
    {
        var page = System.Text.RegularExpressions.Regex.Replace(Markdown(Result(Samples.Hostile(text))), "(`+).*?\\1", "code");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("\n# head");
    }

    private static EnforcementResult Result(AuditResult audit) =>
        EnforcementResult.Of(audit, EnforcementResult.AllSections.ToHashSet(), [], isStrict: false, Time);

    private static string Markdown(EnforcementResult result)
    {
        using var output = new StringWriter();
        EnforcementMarkdownReport.Write(result, Samples.Options, output);
        return output.ToString();
    }
}
