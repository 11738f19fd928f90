using System.Text.Json.Nodes;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Periods;
using Warder.Reports.Periodic;
using Warder.Reports.Templates;
using Warder.Testing;

namespace Warder.Reports.Tests;

public sealed class PeriodicReportTests
{
    private static readonly Period Week = Period.Of(PeriodKind.Week, new DateOnly(2026, 3, 29));

    [Fact]
    public void A_weekly_report_is_as_the_snapshot() => Snapshot.Match(PeriodicReport.Render(Model(Week), PeriodKind.Week, TemplateFormat.Markdown));

    [Fact]
    public void A_quarterly_report_is_as_the_snapshot() =>
        Snapshot.Match(PeriodicReport.Render(Model(Period.Of(PeriodKind.Quarter, Week.From)), PeriodKind.Quarter, TemplateFormat.Markdown));

    [Fact]
    public void The_page_of_a_month_is_as_the_snapshot()
    {
        var page = PeriodicReport.Render(Model(Period.Of(PeriodKind.Month, Week.From)), PeriodKind.Month, TemplateFormat.Html);
        Snapshot.Match(page[..page.IndexOf("<style>", StringComparison.Ordinal)] + page[page.IndexOf("</style>", StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData(PeriodKind.Day)]
    [InlineData(PeriodKind.Week)]
    [InlineData(PeriodKind.Month)]
    [InlineData(PeriodKind.Quarter)]
    [InlineData(PeriodKind.Year)]
    public void Every_report_fits_its_schema_and_renders(PeriodKind kind)
    {
        var model = Model(Period.Of(kind, Week.From));
        SchemaCheck.Problems(File.ReadAllText(RepositoryRoot.Combine("docs", "schema", "report.schema.json")), PeriodicReport.Json(model)).ShouldBeEmpty();
        foreach (var format in (TemplateFormat[])[TemplateFormat.Markdown, TemplateFormat.Html])
        {
            PeriodicReport.Render(model, kind, format).ShouldNotContain("{{");
        }
    }

    [Fact]
    public void Text_of_the_repository_is_text_in_the_page()
    {
        var page = PeriodicReport.Render(Model(Week, path: "<script>x</script>|`.yml"), PeriodKind.Week, TemplateFormat.Html);
        page.ShouldNotContain("<script>");
        PeriodicReport.Render(Model(Week, path: "<script>x</script>|`.yml"), PeriodKind.Week, TemplateFormat.Markdown).Split('\n').First(l => l.Contains("critical", StringComparison.Ordinal) && l.Contains("fallback-chain", StringComparison.Ordinal)).ShouldContain("``<script>x</script>\\|`.yml:7``");
    }

    private static JsonObject Model(Period period, string path = ".github/workflows/release.yml")
    {
        var end = Counts(2, 1);
        var finding = new PeriodFinding
        {
            Fingerprint = "f1", Rule = "fallback-chain", Severity = Severity.Critical, Path = path, Line = 7, Message = "wrong", Token = "DEPLOY_KEY",
            Opened = period.Start.AddHours(3), Due = period.Start.AddHours(4),
        };
        var flow = new FlowCounts { New = 1, Fixed = 1, FixedInTime = 1, ViolationsCome = 1, MedianToFix = TimeSpan.FromHours(5) };
        var parts = period.Split(period.Kind switch { PeriodKind.Quarter => PeriodKind.Week, PeriodKind.Year => PeriodKind.Month, _ => PeriodKind.Day });
        return PeriodicModel.Of(new PeriodicScene(
            new PeriodFacts
            {
                Period = period, Repository = "acme/shop", Branch = "main", IsOfCommits = false, AsOf = period.End, Runs = 2, RunsWithDiagnostics = 1,
                First = period.Start.AddHours(3), Last = period.Start.AddHours(20), Commit = new string('a', 40),
                MedianDuration = TimeSpan.FromMilliseconds(120), SlowestDuration = TimeSpan.FromMilliseconds(480), Before = Counts(1, 3), AtEnd = end,
                Flow = flow, FlowBefore = FlowCounts.None,
                Points = [.. parts.Select((p, i) => new PeriodPoint(p, i == 0 ? 2 : 0, TimeSpan.Zero, end, i == 0 ? flow : FlowCounts.None))],
                Present = [finding, finding with { Fingerprint = "f2", Rule = "unregistered-token", Severity = Severity.Error, Path = "a.yml", Due = period.End.AddDays(1), Opened = period.Start.AddDays(-1) }],
                Come = [finding],
                Gone = [finding with { Fingerprint = "f3", Rule = "persisted-credentials", Severity = Severity.Warning, Fixed = period.Start.AddHours(8) }],
                Rules = [new RuleFlow("fallback-chain", 0, 1, 0, 1, flow), new RuleFlow("persisted-credentials", 1, 0, 2, 0, flow), new RuleFlow("unregistered-token", 1, 1, 0, 0, FlowCounts.None)],
                Tokens = [new TokenFlow("DEPLOY_KEY", "secret", 1, 2, 1, 0, ["a.yml", "b.yml"]), new TokenFlow("GITHUB_TOKEN", "defaulttoken", 3, 0, 0, 3, [])],
            },
            Samples.Rich().Repository,
            "1.2.3"));
    }

    private static RunCounts Counts(int violations, int warnings) => new()
    {
        BySeverity = [0, warnings, violations - 1, 1], Accepted = 2, Uses = 1234, DefaultUses = 5, Tokens = 2, Unregistered = 1, Workflows = 3, Scripts = 1, Jobs = 4, Registered = 12,
    };
}
