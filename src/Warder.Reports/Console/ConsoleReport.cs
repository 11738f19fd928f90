using Warder.Engine.Auditing;

namespace Warder.Reports.Console;

/// <summary>For people at a terminal: findings by file with their code, what was not seen, the numbers, the verdict.</summary>
public sealed class ConsoleReport : IAuditReport
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        var tally = AuditTally.Of(results);
        var summary = new SummaryPrinter(screen, options);
        if (!options.Quiet)
        {
            foreach (var result in results)
            {
                PrintFindings(screen, result, results.Count > 1 ? result.Repository.Files.Name + "/" : "", options);
            }
        }

        summary.PrintDiagnostics(results);
        if (!options.Quiet)
        {
            InventoryPrinter.Print(screen, results, options.Verbose);
            summary.PrintUnknowns(results, tally.Unknowns);
            summary.PrintHidden(results, tally.Suppressed);
            summary.PrintTable(tally, results.Count);
        }

        summary.PrintVerdict(tally);
    }

    private static void PrintFindings(Screen screen, AuditResult result, string prefix, ReportOptions options)
    {
        var printer = new FindingPrinter(screen, new FrameSource(result.Repository), prefix, options.Verbose);
        string? path = null;
        foreach (var finding in result.Findings)
        {
            if (!string.Equals(path, finding.Location.Path, StringComparison.Ordinal))
            {
                path = finding.Location.Path;
                screen.Show(prefix + path, Ink.Strong).EndLine();
                screen.EndLine();
            }

            printer.Print(finding);
        }
    }
}
