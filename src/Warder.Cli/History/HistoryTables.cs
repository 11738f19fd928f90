using System.Globalization;
using Warder.Engine.Policy;
using Warder.History;
using Warder.History.Reading;
using Warder.History.Recording;
using Warder.Reports.Console;

namespace Warder.Cli.History;

/// <summary>Prints answers on the history.</summary>
internal static class HistoryTables
{
    private const int ShortCommit = 9;

    public static void Runs(Screen screen, IReadOnlyList<RunSummary> runs, bool withRepository)
    {
        var table = withRepository
            ? new TextTable("run", "repository", "time (UTC)", "branch", "commit", "of", "critical", "error", "warning", "info", "took")
            : new TextTable("run", "time (UTC)", "branch", "commit", "of", "critical", "error", "warning", "info", "accepted", "took");
        foreach (var run in runs)
        {
            var counts = run.Counts;
            string[] numbers = [N(counts.BySeverity[3]), N(counts.BySeverity[2]), N(counts.BySeverity[1]), N(counts.BySeverity[0])];
            string[] head = [Time(run.Time), run.Track.Branch, Commit(run), Words.Of(run.Origin)];
            table.Add(Ink.Plain, withRepository ? [N(run.Id), run.Track.Repository, .. head, .. numbers, Took(run.Duration)] : [N(run.Id), .. head, .. numbers, N(counts.Accepted), Took(run.Duration)]);
        }

        table.Print(screen);
    }

    public static void Findings(Screen screen, IEnumerable<StoredFinding> findings, ResponseTimes times, DateTimeOffset now)
    {
        var table = new TextTable("severity", "rule", "place", "open since", "answer by", "");
        foreach (var finding in findings)
        {
            var due = ResponseDue.Of(finding, times, now);
            var isOpen = finding.State == FindingState.Open;
            table.Add(
                Screen.InkOf(finding.Severity),
                finding.Severity.ToString().ToLowerInvariant(),
                finding.Rule,
                string.Create(CultureInfo.InvariantCulture, $"{finding.Path}:{finding.Line}"),
                Time(finding.Opened),
                isOpen ? Time(due.Due) : "",
                due.OverdueBy is { } late ? $"overdue by {Span(late)}" : isOpen ? "" : Words.Of(finding.State));
        }

        table.Print(screen);
    }

    public static string Commit(RunSummary run) =>
        run.Commit is null ? "-" : run.Commit[..Math.Min(ShortCommit, run.Commit.Length)] + (run.IsDirty ? "+" : "");

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A span in its largest unit.</summary>
    public static string Span(TimeSpan span) => span.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalDays)} d")
        : span.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours)} h")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalMinutes)} min");

    private static string Took(TimeSpan span) => span == TimeSpan.Zero
        ? "-"
        : span.TotalSeconds >= 10 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:F0} s") : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:F0} ms");
}
