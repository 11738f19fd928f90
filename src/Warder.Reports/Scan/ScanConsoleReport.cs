using Warder.Engine.Exposure.Scanning;
using Warder.Engine.Findings;
using Warder.Reports.Console;

namespace Warder.Reports.Scan;

/// <summary>Tells a scan to people at a terminal.</summary>
public static class ScanConsoleReport
{
    private const double BytesInMegabyte = 1024 * 1024;

    /// <summary>Writes the findings by file, what could not be looked at, and the verdict.</summary>
    public static void Write(ScanResult result, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        if (!options.Quiet)
        {
            Print(screen, result, options);
        }

        foreach (var diagnostic in result.Audit.Diagnostics)
        {
            screen.Paragraph(0, "not scanned ", Ink.Warning, $"{diagnostic.Path}: {diagnostic.Message}");
        }

        screen.Paragraph(0, "", VerdictInk(result), Verdict(result));
    }

    private static void Print(Screen screen, ScanResult result, ReportOptions options)
    {
        var printer = new FindingPrinter(screen, new FrameSource(result.Audit.Repository), "", options.Verbose);
        string? path = null;
        foreach (var finding in result.Audit.Findings)
        {
            if (!string.Equals(path, finding.Location.Path, StringComparison.Ordinal))
            {
                path = finding.Location.Path;
                screen.Show(path, Ink.Strong).EndLine();
                screen.EndLine();
            }

            printer.Print(finding);
        }
    }

    private static Ink VerdictInk(ScanResult result) =>
        result.Values.Count == 0 && result.Audit.Diagnostics.Count == 0 ? Ink.Good : Ink.Strong;

    private static string Verdict(ScanResult result)
    {
        var findings = result.Audit.Findings;
        var size = (result.Counts.Bytes / BytesInMegabyte).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
        var what = result.Counts.Commits > 0
            ? $"{Words.Count(result.Counts.Contents, "version")} of files in {Words.Count(result.Counts.Commits, "commit")}"
            : Words.Count(result.Counts.Contents, "file");
        var hidden = result.Audit.Suppressed.Count > 0 ? $", {result.Audit.Suppressed.Count} hidden by baseline, exceptions or comments" : "";
        var found = findings.Count == 0
            ? "No token values"
            : $"{Words.Count(findings.Count, "token value")} ({findings.Count(f => f.Severity >= Severity.Error)} to revoke) in {Words.Count(findings.Select(f => f.Location.Path).Distinct(StringComparer.Ordinal).Count(), "file")}";
        return $"{found}; {what}, {size} MB scanned{hidden}.";
    }
}
