using System.Text;
using System.Text.Json;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Reports.Console;
using Warder.Reports.Markdown;
using Warder.Reports.Registry;
using Warder.Reports.Tokens;

namespace Warder.Reports.Tests;

public sealed class ReportTests
{
    [Theory]
    [InlineData(ReportFormat.Console)]
    [InlineData(ReportFormat.GitHub)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.JUnit)]
    public void Nothing_found_is_never_said_without_what_was_looked_at(ReportFormat format)
    {
        Told.By(format, Samples.Options, Samples.Clean()).ShouldContain("nothing found in 2 workflows (4 jobs), 1 action, 1 script, 1 document", Case.Insensitive);
        Told.By(format, Samples.Options, Samples.WithoutAnything()).ShouldContain("nothing to audit", Case.Insensitive);
    }

    [Theory]
    [InlineData(ReportFormat.Console)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Sarif)]
    [InlineData(ReportFormat.GitHub)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.JUnit)]
    public void What_could_not_be_looked_at_is_in_every_format(ReportFormat format)
    {
        var result = new AuditBuilder().Diagnostic(new Diagnostic("unreadable-file", "The file is not UTF-8", "x.yml")).Build();
        var told = Told.By(format, Samples.Options with { Quiet = true }, result);
        told.ShouldContain("The file is not UTF-8");
        told.ShouldContain("unreadable-file");
        told.ShouldContain("x.yml");
        told.ShouldNotContain("passed: ", Case.Insensitive);
    }

    [Fact]
    public void An_audit_that_did_not_see_everything_has_not_passed()
    {
        Passed(Samples.Clean()).ShouldBeTrue();
        Passed(new AuditBuilder().Diagnostic(new Diagnostic("c", "m")).Build()).ShouldBeFalse();
        Passed(Samples.Rich()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Severity.Info, "failed: 1 warning in")]
    [InlineData(Severity.Warning, "failed: 1 warning in")]
    [InlineData(Severity.Error, "passed: nothing at error or above; 1 warning in")]
    public void The_verdict_goes_by_the_wanted_severity(Severity failOn, string verdict)
    {
        var builder = new AuditBuilder();
        builder.File("a.yml", "x: y\n");
        builder.Finding(Samples.Chain, builder.Place("a.yml", "y"), "no");
        Told.By(ReportFormat.Console, Samples.Options with { FailOn = failOn }, builder.Build()).ShouldContain(verdict);
    }

    [Theory]
    [InlineData(ReportFormat.Console)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Sarif)]
    [InlineData(ReportFormat.Markdown)]
    public void The_same_results_give_the_same_text(ReportFormat format) =>
        Told.By(format, Samples.Options, Samples.Rich()).ShouldBe(Told.By(format, Samples.Options, Samples.Rich()));

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    public void Lines_keep_to_the_width_of_the_terminal(int width)
    {
        var lines = Told.By(ReportFormat.Console, Samples.Options with { Width = width, Verbose = true }).Split('\n');

        // A place must stay in one piece: terminals make links of it.
        lines.ShouldAllBe(line => DisplayWidth.Of(line) <= width || line.StartsWith("    --> ", StringComparison.Ordinal));
    }

    [Fact]
    public void Ascii_keeps_its_own_signs_to_ascii()
    {
        var builder = new AuditBuilder();
        builder.File("a.yml", new string('x', 300) + "y\n");
        builder.Finding(Samples.Unauthorized, builder.Place("a.yml", "y"), "no");
        Told.By(ReportFormat.Console, Samples.Options with { Ascii = true, Color = true }, builder.Build()).ShouldAllBe(c => c < '\u0080');
    }

    [Fact]
    public void A_span_past_the_kept_part_of_a_line_has_no_underline()
    {
        var builder = new AuditBuilder();
        builder.File("a.yml", new string('x', 500) + "y\n");
        builder.Finding(Samples.Unauthorized, builder.Place("a.yml", "y"), "no");
        Told.By(ReportFormat.Console, Samples.Options, builder.Build()).ShouldNotContain("^");
        using var sarif = JsonDocument.Parse(Told.By(ReportFormat.Sarif, Samples.Options, builder.Build()));
        sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation")
            .GetProperty("region").TryGetProperty("snippet", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_full_markdown_page_says_how_many_it_left_out()
    {
        var output = new StringWriter();
        new MarkdownReport(maxBytes: 4000).Write([Many(100)], Samples.Options, output);
        var page = output.ToString();
        Encoding.UTF8.GetByteCount(page).ShouldBeLessThan(4200);
        var shown = page.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal));
        shown.ShouldBeInRange(10, 90);
        page.ShouldContain($"**{100 - shown} more left out:**");
    }

    [Fact]
    public void Json_of_many_findings_is_written_in_pieces_and_whole()
    {
        using var document = JsonDocument.Parse(Told.By(ReportFormat.Json, Samples.Options, Many(2000)));
        document.RootElement.GetProperty("violations").GetArrayLength().ShouldBe(2000);
    }

    [Fact]
    public void Sarif_tells_rules_from_the_catalogue_and_their_pages()
    {
        var options = Samples.Options with { Rules = [Samples.Missing], RulePage = slug => $"# {slug}" };
        using var document = JsonDocument.Parse(Told.By(ReportFormat.Sarif, options, Samples.Clean()));
        var rule = document.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        rule.GetProperty("id").GetString().ShouldBe("registry-missing");
        rule.GetProperty("help").GetProperty("markdown").GetString().ShouldBe("# registry-missing");
    }

    [Fact]
    public void An_unknown_token_is_not_shown()
    {
        var output = new StringWriter();
        TokenReports.For(ReportFormat.Console)!.WriteOne([Samples.Rich()], "NOBODY", Samples.Options, output).ShouldBeFalse();
        TokenReports.For(ReportFormat.Json)!.WriteOne([Samples.Rich()], "NOBODY", Samples.Options, output).ShouldBeFalse();
        output.ToString().ShouldBeEmpty();
        TokenReports.For(ReportFormat.Sarif).ShouldBeNull();
        RegistryReports.For(ReportFormat.JUnit).ShouldBeNull();
    }

    private static bool Passed(AuditResult result)
    {
        using var document = JsonDocument.Parse(Told.By(ReportFormat.Json, Samples.Options, result));
        return document.RootElement.GetProperty("summary").GetProperty("audit_passed").GetBoolean();
    }

    private static AuditResult Many(int count)
    {
        var builder = new AuditBuilder();
        builder.File("a.yml", string.Concat(Enumerable.Range(0, count).Select(i => $"k{i}: v{i};\n")));
        for (var i = 0; i < count; i++)
        {
            builder.Finding(Samples.Unauthorized, builder.Place("a.yml", $"v{i};"), $"number {i}");
        }

        return builder.Build();
    }
}
