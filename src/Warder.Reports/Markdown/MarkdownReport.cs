using System.Text;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Reports.Markdown;

/// <summary>Markdown for a job summary or a comment.</summary>
public sealed class MarkdownReport : IAuditReport
{
    /// <summary>The size at which findings are left out and counted; a job summary may have 1 MiB.</summary>
    public const int MaxBytes = 900 * 1000;

    private readonly int _maxBytes;

    /// <summary>A report of at most <see cref="MaxBytes"/>.</summary>
    public MarkdownReport()
        : this(MaxBytes)
    {
    }

    internal MarkdownReport(int maxBytes) => _maxBytes = maxBytes;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output)
    {
        var tally = AuditTally.Of(results);
        var page = new CappedPage(_maxBytes);
        var verdict = Verdict.Of(tally, options.FailOn);
        page.Always("# Warder: " + HeadlineOf(verdict.Outcome) + "\n\n");
        page.Always(MarkdownText.Escape(char.ToUpperInvariant(verdict.Sentence[0]) + verdict.Sentence[1..]) + ".\n\n");
        WriteSummary(page, tally, results.Count);
        WriteDiagnostics(page, results);
        if (!options.Quiet)
        {
            for (var severity = Severity.Critical; severity >= Severity.Info; severity--)
            {
                WriteFindings(page, results, severity, tally[severity]);
            }

            WriteUnknowns(page, results, tally.Unknowns);
        }

        page.Finish(output);
    }

    private static string HeadlineOf(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Failed => "failed",
        Outcome.Incomplete => "incomplete",
        _ => "nothing to audit",
    };

    private static void WriteSummary(CappedPage page, AuditTally tally, int repositories)
    {
        page.Always("| | |\n|---|---|\n");
        if (repositories > 1)
        {
            page.Always($"| Repositories | {repositories} |\n");
        }

        page.Always($"| Findings | {tally[Severity.Critical]} critical, {tally[Severity.Error]} error, {tally[Severity.Warning]} warning, {tally[Severity.Info]} info |\n");
        page.Always($"| Looked at | {Verdict.LookedAt(tally)} |\n");
        page.Always(tally.HasRegistry
            ? $"| Tokens | {tally.Registered} registered ({tally.RegisteredUsed} used), {tally.Unregistered} unregistered, default token {Words.Count(tally.DefaultTokenUses, "use")} |\n"
            : $"| Tokens | no registry; {tally.Unregistered} named, default token {Words.Count(tally.DefaultTokenUses, "use")} |\n");
        page.Always($"| Hidden | {tally[SuppressionKind.Inline]} inline, {tally[SuppressionKind.Exception]} by exception, {tally[SuppressionKind.Baseline]} in the baseline |\n");
        page.Always($"| Unknown | {tally.Unknowns} |\n\n");
    }

    private static void WriteDiagnostics(CappedPage page, IReadOnlyList<AuditResult> results)
    {
        var headed = false;
        foreach (var result in results)
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                var place = diagnostic.Path is null ? "" : MarkdownText.Code(PlaceOf(results, result, diagnostic.Path, diagnostic.Position)) + ": ";
                var row = $"- {place}{MarkdownText.Escape(diagnostic.Message)} ({MarkdownText.Code(diagnostic.Code)})\n";
                page.Row(headed ? null : "## Not looked at\n\n", row);
                headed = true;
            }
        }

        page.Gap(headed);
    }

    private static void WriteFindings(CappedPage page, IReadOnlyList<AuditResult> results, Severity severity, int count)
    {
        var head = $"## {Title(severity)} ({count})\n\n| Place | Rule | Finding |\n|---|---|---|\n";
        var headed = false;
        foreach (var result in results)
        {
            foreach (var finding in result.Findings)
            {
                if (finding.Severity == severity)
                {
                    var hint = finding.Hint is null ? "" : "<br>" + MarkdownText.Escape(finding.Hint);
                    var place = MarkdownText.Code(PlaceOf(results, result, finding.Location.Path, finding.Location.Start));
                    page.Row(headed ? null : head, $"| {place} | {MarkdownText.Code(finding.Rule.Slug)} | {MarkdownText.Escape(finding.Message)}{hint} |\n");
                    headed = true;
                }
            }
        }

        page.Gap(headed);
    }

    private static void WriteUnknowns(CappedPage page, IReadOnlyList<AuditResult> results, int count)
    {
        if (count == 0)
        {
            return;
        }

        page.Row(head: null, $"<details><summary>{Words.Count(count, "thing")} could not be followed</summary>\n\n", counts: false);
        foreach (var result in results)
        {
            foreach (var unknown in result.Unknowns)
            {
                var place = MarkdownText.Code(PlaceOf(results, result, unknown.Path, unknown.Position));
                page.Row(head: null, $"- {place}: {MarkdownText.Escape(unknown.Subject)}, because {MarkdownText.Escape(unknown.Because)}\n");
            }
        }

        page.Always("\n</details>\n");
    }

    private static string Title(Severity severity) => severity switch
    {
        Severity.Critical => "Critical",
        Severity.Error => "Errors",
        Severity.Warning => "Warnings",
        _ => "Notes",
    };

    private static string PlaceOf(IReadOnlyList<AuditResult> results, AuditResult result, string path, Syntax.LinePosition? position)
    {
        var prefix = results.Count > 1 ? result.Repository.Files.Name + "/" : "";
        return position is { } place ? $"{prefix}{path}:{place}" : prefix + path;
    }

    /// <summary>A page that leaves rows out, and counts them, once it is full.</summary>
    private sealed class CappedPage(int maxBytes)
    {
        private readonly StringBuilder _text = new();
        private int _bytes;
        private int _leftOut;

        public void Always(string text)
        {
            _text.Append(text);
            _bytes += Encoding.UTF8.GetByteCount(text);
        }

        public void Row(string? head, string row, bool counts = true)
        {
            var bytes = Encoding.UTF8.GetByteCount(row) + (head is null ? 0 : Encoding.UTF8.GetByteCount(head));
            if (_leftOut > 0 || _bytes + bytes > maxBytes)
            {
                _leftOut += counts ? 1 : 0;
                return;
            }

            _text.Append(head).Append(row);
            _bytes += bytes;
        }

        public void Gap(bool wanted)
        {
            if (wanted && _leftOut == 0)
            {
                Always("\n");
            }
        }

        public void Finish(TextWriter output)
        {
            if (_leftOut > 0)
            {
                _text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n**{_leftOut} more left out:** this page holds at most {maxBytes / 1000} KB. The JSON and SARIF formats have everything.\n");
            }

            foreach (var chunk in _text.GetChunks())
            {
                output.Write(chunk.Span);
            }
        }
    }
}
