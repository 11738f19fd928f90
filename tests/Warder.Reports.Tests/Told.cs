using Warder.Engine.Auditing;

namespace Warder.Reports.Tests;

/// <summary>What a report says.</summary>
internal static class Told
{
    public static string By(ReportFormat format, ReportOptions options, params AuditResult[] results)
    {
        var output = new StringWriter();
        AuditReports.For(format).Write(results.Length == 0 ? [Samples.Rich()] : results, options, output);
        return output.ToString();
    }
}
