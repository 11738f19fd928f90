using System.Globalization;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Reports.JUnit;

/// <summary>
/// JUnit XML: a suite for each repository, a case for each rule in each file where it found something. Findings that fail the
/// audit are failures, those below stand in the case's output, hidden ones skip it, and what could not be looked at is an error.
/// </summary>
public sealed class JUnitReport : IAuditReport
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        output.Write("<testsuites name=\"warder\">\n");
        foreach (var result in results)
        {
            WriteSuite(result, options, output);
        }

        output.Write("</testsuites>\n");
    }

    private static void WriteSuite(AuditResult result, ReportOptions options, TextWriter output)
    {
        var cases = CasesOf(result);
        var tally = AuditTally.Of([result]);
        var (failures, skipped) = (0, 0);
        foreach (var item in cases)
        {
            failures += item.Findings.Exists(f => f.Severity >= options.FailOn) ? 1 : 0;
            skipped += item.Findings.Count == 0 ? 1 : 0;
        }

        output.Write($"  <testsuite name=\"{XmlText.Escape(result.Repository.Files.Name)}\" tests=\"{Number(cases.Count + result.Diagnostics.Count + 1)}\"");
        output.Write($" failures=\"{Number(failures)}\" errors=\"{Number(result.Diagnostics.Count)}\" skipped=\"{Number(skipped)}\">\n");
        output.Write("    <testcase classname=\"warder\" name=\"audit\">\n");
        output.Write($"      <system-out>{XmlText.Escape(Verdict.Of(tally, options.FailOn).Sentence)}</system-out>\n");
        output.Write("    </testcase>\n");
        foreach (var diagnostic in result.Diagnostics)
        {
            WriteDiagnostic(diagnostic, output);
        }

        foreach (var item in cases)
        {
            WriteCase(item, options, output);
        }

        output.Write("  </testsuite>\n");
    }

    private static void WriteDiagnostic(Diagnostic diagnostic, TextWriter output)
    {
        output.Write($"    <testcase classname=\"{XmlText.Escape(diagnostic.Code)}\" name=\"{XmlText.Escape(diagnostic.Path ?? "warder")}\">\n");
        var place = diagnostic.Position is { } position ? $" ({diagnostic.Path}:{position})" : "";
        output.Write($"      <error type=\"{XmlText.Escape(diagnostic.Code)}\" message=\"{XmlText.Escape(diagnostic.Message + place)}\"/>\n");
        output.Write("    </testcase>\n");
    }

    private static void WriteCase(Case item, ReportOptions options, TextWriter output)
    {
        output.Write($"    <testcase classname=\"{XmlText.Escape(item.Rule)}\" name=\"{XmlText.Escape(item.Path)}\">\n");
        foreach (var finding in item.Findings)
        {
            if (finding.Severity >= options.FailOn)
            {
                output.Write($"      <failure type=\"{Words.Of(finding.Severity)}\" message=\"{XmlText.Escape(finding.Message)}\">{XmlText.Escape(DetailOf(finding))}</failure>\n");
            }
        }

        foreach (var finding in item.Findings)
        {
            if (finding.Severity < options.FailOn)
            {
                output.Write($"      <system-out>{XmlText.Escape($"{Words.Of(finding.Severity)}: {finding.Message}\n{DetailOf(finding)}")}</system-out>\n");
            }
        }

        if (item.Findings.Count == 0)
        {
            var (by, reason) = (Words.Of(item.Hidden[0].By), item.Hidden[0].Reason);
            output.Write($"      <skipped message=\"{XmlText.Escape(reason is null ? by : $"{by}: {reason}")}\"/>\n");
        }

        output.Write("    </testcase>\n");
    }

    private static string DetailOf(Finding finding)
    {
        var detail = $"{finding.Location.Path}:{finding.Location.Start}";
        detail += finding.Job is null ? "" : finding.Step is null ? $" (job {finding.Job})" : $" (job {finding.Job}, {Words.Step(finding.Step)})";
        detail += finding.Why is null ? "" : "\nwhy: " + finding.Why;
        return finding.Hint is null ? detail : detail + "\nhint: " + finding.Hint;
    }

    /// <summary>The cases in the order of paths, then rules.</summary>
    private static List<Case> CasesOf(AuditResult result)
    {
        var byKey = new Dictionary<(string Path, string Rule), Case>();
        var cases = new List<Case>();
        foreach (var finding in result.Findings)
        {
            CaseOf(finding).Findings.Add(finding);
        }

        foreach (var suppressed in result.Suppressed)
        {
            CaseOf(suppressed.Finding).Hidden.Add(suppressed);
        }

        cases.Sort((a, b) =>
        {
            var byPath = string.CompareOrdinal(a.Path, b.Path);
            return byPath != 0 ? byPath : string.CompareOrdinal(a.Rule, b.Rule);
        });
        return cases;

        Case CaseOf(Finding finding)
        {
            var key = (finding.Location.Path, finding.Rule.Slug);
            if (!byKey.TryGetValue(key, out var item))
            {
                byKey[key] = item = new Case(key.Path, key.Slug, [], []);
                cases.Add(item);
            }

            return item;
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Case(string Path, string Rule, List<Finding> Findings, List<SuppressedFinding> Hidden);
}
