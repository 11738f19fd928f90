using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Reports.Console;

/// <summary>Prints what was not seen, the table of numbers and the verdict.</summary>
internal sealed class SummaryPrinter
{
    private const int ShownUnknowns = 3;
    private const int LabelWidth = 14;
    private readonly Screen _screen;
    private readonly ReportOptions _options;

    public SummaryPrinter(Screen screen, ReportOptions options)
    {
        _screen = screen;
        _options = options;
    }

    public void PrintDiagnostics(IReadOnlyList<AuditResult> results)
    {
        var any = false;
        foreach (var result in results)
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                if (!any)
                {
                    _screen.Sign("Not looked at", Ink.Strong).EndLine();
                    any = true;
                }

                var place = PlaceOf(results, result, diagnostic.Path, diagnostic.Position);
                _screen.Paragraph(2, "! ", Ink.Error, $"{place}{diagnostic.Message} [{diagnostic.Code}]");
            }
        }

        if (any)
        {
            _screen.EndLine();
        }
    }

    public void PrintUnknowns(IReadOnlyList<AuditResult> results, int count)
    {
        if (count == 0)
        {
            return;
        }

        _screen.Sign("Unknown", Ink.Strong).Sign($" ({Words.Count(count, "thing")} could not be followed)", Ink.Faint).EndLine();
        var left = _options.Verbose ? int.MaxValue : ShownUnknowns;
        foreach (var result in results)
        {
            foreach (var unknown in result.Unknowns)
            {
                if (left-- > 0)
                {
                    var place = PlaceOf(results, result, unknown.Path, unknown.Position);
                    _screen.Paragraph(2, "? ", Ink.Faint, $"{place}{unknown.Subject}, because {unknown.Because}");
                }
            }
        }

        if (!_options.Verbose && count > ShownUnknowns)
        {
            _screen.Paragraph(2, "? ", Ink.Faint, $"and {count - ShownUnknowns} more (--verbose lists them)");
        }

        _screen.EndLine();
    }

    public void PrintHidden(IReadOnlyList<AuditResult> results, int count)
    {
        if (!_options.Verbose || count == 0)
        {
            return;
        }

        _screen.Sign("Hidden", Ink.Strong).EndLine();
        foreach (var result in results)
        {
            foreach (var (finding, by, reason) in result.Suppressed)
            {
                var place = PlaceOf(results, result, finding.Location.Path, finding.Location.Start);
                var why = reason is null ? Words.Of(by) : $"{Words.Of(by)}: {reason}";
                _screen.Paragraph(2, "- ", Ink.Faint, $"{place}{finding.Rule.Slug}, {finding.Message} ({why})");
            }
        }

        _screen.EndLine();
    }

    public void PrintTable(AuditTally tally, int repositories)
    {
        _screen.Sign("Summary", Ink.Strong).EndLine();
        for (var severity = Severity.Critical; severity >= Severity.Info; severity--)
        {
            var ink = tally[severity] > 0 ? Screen.InkOf(severity) : Ink.Faint;
            _screen.Space(2).Sign(Words.Of(severity).PadRight(LabelWidth), ink).Sign($"{tally[severity]}", ink).EndLine();
        }

        if (repositories > 1)
        {
            PrintRow("repositories", $"{repositories}");
        }

        PrintRow("tokens", tally.HasRegistry
            ? $"{tally.Registered} registered ({tally.RegisteredUsed} used), {tally.Unregistered} unregistered, default token {Words.Count(tally.DefaultTokenUses, "use")}"
            : $"no registry; {Words.Count(tally.Unregistered, "secret")} used, default token {Words.Count(tally.DefaultTokenUses, "use")}");
        PrintRow("looked at", Verdict.LookedAt(tally));
        PrintRow("hidden", $"{tally[SuppressionKind.Inline]} inline, {tally[SuppressionKind.Exception]} by exception, {tally[SuppressionKind.Baseline]} in the baseline");
        if (tally.Unknowns > 0)
        {
            PrintRow("unknown", $"{tally.Unknowns}");
        }

        _screen.EndLine();
    }

    public void PrintVerdict(AuditTally tally)
    {
        var verdict = Verdict.Of(tally, _options.FailOn);
        var ink = verdict.Outcome switch
        {
            Outcome.Passed => Ink.Good,
            Outcome.Nothing => Ink.Warning,
            _ => Ink.Critical,
        };
        _screen.Paragraph(0, _screen.Mark(verdict.Outcome) + " ", ink, verdict.Sentence, ink);
    }

    private void PrintRow(string label, string text) => _screen.Paragraph(2, label.PadRight(LabelWidth), Ink.Plain, text);

    private static string PlaceOf(IReadOnlyList<AuditResult> results, AuditResult result, string? path, Syntax.LinePosition? position)
    {
        var name = results.Count > 1 ? result.Repository.Files.Name : null;
        if (path is null)
        {
            return name is null ? "" : name + ": ";
        }

        var place = name is null ? path : $"{name}/{path}";
        return position is { } at ? $"{place}:{at}: " : place + ": ";
    }
}
