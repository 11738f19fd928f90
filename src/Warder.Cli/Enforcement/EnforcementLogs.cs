using System.Globalization;
using Warder.Engine.Enforcement;
using Warder.Reports;
using Warder.Reports.Enforcement;

namespace Warder.Cli.Enforcement;

/// <summary>The files that a validation leaves in the folder for logs: JSON, report, log of findings, and a log of the run with its time.</summary>
internal static class EnforcementLogs
{
    private const int LogWidth = 160;

    /// <summary>Writes all of them or none; gives the path of the report.</summary>
    public static string Write(EnforcementResult result, ReportOptions options)
    {
        var root = result.Audit.Repository.Files.Root!;
        var logs = result.Audit.Repository.Policy.Guard.Logs;
        var folder = logs + "/token-audit";
        using var batch = new OutputBatch(root, folder);
        batch.Add(folder + "/enforcement-validation-audit.json", writer => EnforcementJsonReport.Write(result, options, writer));
        batch.Add(folder + "/enforcement-validation-report.md", writer => EnforcementMarkdownReport.Write(result, options, writer));
        batch.Add(folder + "/enforcement-validation-audit.log", writer => writer.Write(AuditLog.TextOf(result.Audit, result.Time)));
        batch.Add(FreeName(root, logs, result.Time), writer => EnforcementConsoleReport.Write(result, PlainOf(options), writer));
        batch.Commit();
        return folder + "/enforcement-validation-report.md";
    }

    private static ReportOptions PlainOf(ReportOptions options) => options with { Color = false, Ascii = true, Verbose = true, Quiet = false, Width = LogWidth };

    /// <summary>A name with the time, UTC; where another run of the same second has it, with a number after it.</summary>
    private static string FreeName(string root, string logs, DateTimeOffset time)
    {
        var stem = $"{logs}/token_policy_enforcement_{time.ToUniversalTime().ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture)}";
        var path = stem + ".log";
        for (var number = 2; File.Exists(Path.Join(root, path)); number++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}.log");
        }

        return path;
    }
}
