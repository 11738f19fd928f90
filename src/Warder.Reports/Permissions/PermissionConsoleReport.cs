using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Engine.Permissions.Scorecard;
using Warder.Pipelines;
using Warder.Reports.Console;

namespace Warder.Reports.Permissions;

/// <summary>Needs and grants for people at a terminal.</summary>
public sealed class PermissionConsoleReport : IPermissionReport
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<AuditResult> results, IReadOnlyList<JobPermissions> jobs, bool why, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        foreach (var job in jobs)
        {
            PrintJob(screen, job, why);
        }

        var resolved = jobs.Count(j => j.Needs.IsResolved);
        screen.Paragraph(0, "", Ink.Plain, $"{Words.Count(jobs.Count, "job")}, of {resolved} the need is fully known: {Counts(jobs)}");
        var forecast = ScorecardForecast.Of([.. results.SelectMany(r => r.Jobs)]);
        screen.Paragraph(0, "", Ink.Plain, $"Scorecard would give Token-Permissions {forecast.Before} of {ScorecardPrediction.Best} as it is, and {forecast.After} with the grants that are needed");
        new SummaryPrinter(screen, options).PrintDiagnostics(results);
    }

    private static void PrintJob(Screen screen, JobPermissions job, bool why)
    {
        screen.Show($"{job.Needs.Path}:{job.Needs.Job}", Ink.Strong).Space(2).Sign(PermissionWords.Of(job.Verdict), InkOf(job.Verdict)).EndLine();
        if (job.Rows.Count == 0)
        {
            screen.Paragraph(2, "", Ink.Faint, job.Needs.IsResolved ? "needs nothing of the default token: `permissions: {}` is enough" : "nothing that it needs is known");
        }
        else
        {
            var table = new TextTable("PERMISSION", "NEED", "GRANT", "VERDICT");
            foreach (var row in job.Rows)
            {
                table.Add(InkOf(row.Verdict), row.Permission, NeedOf(row), row.Granted is { } level ? PermissionWords.Of(level) : "not declared", PermissionWords.Of(row.Verdict));
            }

            table.Print(screen);
        }

        if (why)
        {
            PrintReasons(screen, job);
        }

        foreach (var question in job.Needs.Default.Unknowns)
        {
            screen.Paragraph(2, "unknown because ", Ink.Warning, $"{question.Subject}: {question.Because} ({question.Path}:{question.Position.Line})");
        }

        screen.EndLine();
    }

    private static void PrintReasons(Screen screen, JobPermissions job)
    {
        foreach (var row in job.Rows)
        {
            foreach (var need in row.Needs)
            {
                screen.Space(2).Sign($"{row.Permission}: {PermissionWords.Of(need.Level)}", Ink.Strong).Sign(need.Certainty == Certainty.Certain ? "" : " (possible)", Ink.Faint).EndLine();
                foreach (var reason in need.Because)
                {
                    PrintReason(screen, reason);
                }
            }
        }
    }

    private static void PrintReason(Screen screen, NeedReason reason)
    {
        var condition = reason.Condition is null or "always" ? "" : $" if {reason.Condition.TrimStart('?')}";
        screen.Paragraph(4, "", Ink.Plain, $"{reason.Path}:{reason.Position.Line} {reason.Text}{condition}");
        foreach (var via in reason.Via)
        {
            screen.Paragraph(6, "", Ink.Faint, $"through {via}");
        }
    }

    private static string NeedOf(PermissionRow row) => (row.Certain, row.AtMost) switch
    {
        (_, GrantLevel.None) => "none",
        (GrantLevel.None, var most) => $"{PermissionWords.Of(most)}?",
        var (certain, most) when certain == most => PermissionWords.Of(certain),
        var (certain, most) => $"{PermissionWords.Of(certain)}, {PermissionWords.Of(most)}?",
    };

    private static string Counts(IReadOnlyList<JobPermissions> jobs) =>
        string.Join(", ", Enum.GetValues<JobVerdict>().Select(v => (Verdict: v, Count: jobs.Count(j => j.Verdict == v))).Where(c => c.Count > 0).Select(c => $"{c.Count} {PermissionWords.Of(c.Verdict)}"));

    private static Ink InkOf(JobVerdict verdict) => verdict switch
    {
        JobVerdict.Least => Ink.Good,
        JobVerdict.Insufficient => Ink.Error,
        JobVerdict.Unknown => Ink.Faint,
        _ => Ink.Warning,
    };

    private static Ink InkOf(RowVerdict verdict) => verdict switch
    {
        RowVerdict.Right => Ink.Good,
        RowVerdict.Missing or RowVerdict.Impossible => Ink.Error,
        RowVerdict.Excess or RowVerdict.MissingIfPrivate => Ink.Warning,
        _ => Ink.Plain,
    };
}
