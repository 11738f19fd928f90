using Warder.Reports.Console;
using Warder.Reports.GitHub;
using Warder.Reports.Json;
using Warder.Reports.JUnit;
using Warder.Reports.Markdown;
using Warder.Reports.Sarif;

namespace Warder.Reports;

/// <summary>The reports by format.</summary>
public static class AuditReports
{
    /// <summary>The report of a format.</summary>
    public static IAuditReport For(ReportFormat format) => format switch
    {
        ReportFormat.Console => new ConsoleReport(),
        ReportFormat.Json => new JsonReport(),
        ReportFormat.Sarif => new SarifReport(),
        ReportFormat.GitHub => new GitHubReport(),
        ReportFormat.Markdown => new MarkdownReport(),
        ReportFormat.JUnit => new JUnitReport(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, message: null),
    };
}
