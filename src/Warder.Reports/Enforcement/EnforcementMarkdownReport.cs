using System.Globalization;
using System.Text;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Reports.Markdown;

namespace Warder.Reports.Enforcement;

/// <summary>The report of a validation for whoever has to answer for it: summary, status, findings by section, what to do and how soon.</summary>
public sealed class EnforcementMarkdownReport
{
    private const int ShownFindings = 200;
    private readonly StringBuilder _page = new();
    private readonly EnforcementResult _result;
    private readonly int _shown;

    private EnforcementMarkdownReport(EnforcementResult result, int shown)
    {
        _result = result;
        _shown = shown;
    }

    /// <summary>Writes it.</summary>
    /// <param name="result">The validation.</param>
    /// <param name="options">Warder's version.</param>
    /// <param name="output">Where to.</param>
    /// <param name="shownFindings">How many findings of a section are listed; the others are counted.</param>
    public static void Write(EnforcementResult result, ReportOptions options, TextWriter output, int shownFindings = ShownFindings)
    {
        var report = new EnforcementMarkdownReport(result, shownFindings);
        report.WriteHead(options);
        report.WriteSections();
        report.WriteRecommendations();
        report.WriteSteps();
        output.Write(report._page);
    }

    private void Line(string text = "") => _page.Append(text).Append('\n');

    private void WriteHead(ReportOptions options)
    {
        var repository = _result.Audit.Repository;
        var tally = AuditTally.Of([_result.Audit]);
        Line("# Token policy enforcement report");
        Line();
        Line($"- **Repository**: {MarkdownText.Escape(repository.Files.Name)}");
        Line($"- **Generated**: {_result.Time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)} by Warder {options.Version}");
        Line($"- **Policy**: {(repository.Policy.Source is { } policy ? MarkdownText.Code(policy.Path) : "the defaults")}; default token: {EnforcementWords.Of(repository.DefaultToken)}");
        Line($"- **Mode**: {(_result.IsStrict ? "strict, warnings count as violations" : "violations decide, warnings are told")}");
        Line();
        Line("## Executive summary");
        Line();
        Line("| | |");
        Line("|---|--:|");
        Line($"| Violations | {_result.Violations} |");
        Line($"| Critical among them | {tally[Severity.Critical]} |");
        Line($"| Warnings | {_result.Warnings} |");
        Line($"| Notes | {_result.Sections.Sum(s => s.Notes)} |");
        Line($"| Files checked | {tally.Files} |");
        Line($"| Workflows checked | {tally.Counts.Workflows} |");
        Line($"| Hidden by suppressions, exceptions and the baseline | {tally.Suppressed} |");
        Line($"| Could not be looked at | {tally.Diagnostics} |");
        Line();
        Line("## Compliance status");
        Line();
        var sentence = EnforcementSentence.Of(_result);
        Line($"**{EnforcementWords.Of(_result.Verdict).ToUpperInvariant()}**: {MarkdownText.Escape(sentence[(sentence.IndexOf(':', StringComparison.Ordinal) + 2)..])}.");
        Line();
        if (!_result.IsWhole)
        {
            var names = EnforcementResult.AllSections.Except(_result.Sections.Select(s => s.Section)).Select(EnforcementWords.NameOf);
            Line($"This run left sections out: {string.Join(", ", names)}.");
            Line();
        }

        foreach (var diagnostic in _result.Audit.Diagnostics)
        {
            var place = diagnostic.Position is { } position ? $"{diagnostic.Path}:{position}" : diagnostic.Path ?? ".";
            Line($"- Not looked at: {MarkdownText.Code(place)}: {MarkdownText.Escape(diagnostic.Message)}");
        }

        if (_result.Audit.Diagnostics.Count > 0)
        {
            Line();
        }

        Line("| Section | Violations | Warnings | Notes |");
        Line("|---|--:|--:|--:|");
        foreach (var section in _result.Sections)
        {
            Line($"| {EnforcementWords.TitleOf(section.Section)} | {section.Violations} | {section.Warnings} | {section.Notes} |");
        }

        Line();
    }

    private void WriteSections()
    {
        var facts = new SectionFacts(_result);
        Line("## Key findings");
        Line();
        foreach (var section in _result.Sections)
        {
            Line($"### {(int)section.Section + 1}. {EnforcementWords.TitleOf(section.Section)}: {EnforcementWords.CountsOf(section)}");
            Line();
            foreach (var fact in facts.Of(section.Section))
            {
                Line($"- {MarkdownText.Escape(fact.Label)}: {MarkdownText.Escape(fact.Value)}");
            }

            Line();
            WriteFindings(section);
        }
    }

    private void WriteFindings(SectionResult section)
    {
        if (section.Findings.Count == 0)
        {
            return;
        }

        Line("| Severity | Rule | Place | Finding |");
        Line("|---|---|---|---|");
        foreach (var finding in section.Findings.Take(_shown))
        {
            var place = MarkdownText.Code($"{finding.Location.Path}:{finding.Location.Start.Line}");
            Line($"| {Words.Of(finding.Severity)} | {MarkdownText.Code(finding.Rule.Slug)} | {place} | {MarkdownText.Escape(finding.Message)} |");
        }

        Line();
        if (section.Findings.Count > _shown)
        {
            Line($"{section.Findings.Count - _shown} more are in the JSON beside this report.");
            Line();
        }
    }

    private void WriteRecommendations()
    {
        Line("## Recommendations");
        Line();
        var recommendations = _result.Recommendations;
        if (recommendations.Count == 0)
        {
            Line("None: nothing was found.");
            Line();
            return;
        }

        var times = _result.Audit.Repository.Policy.ResponseTimes;
        foreach (var group in recommendations.GroupBy(r => EnforcementWords.ClassOf(r.Severity)))
        {
            Line($"### {char.ToUpperInvariant(group.Key[0])}{group.Key[1..]}: answer within {EnforcementWords.Of(times.For(group.First().Severity))}");
            Line();
            foreach (var recommendation in group)
            {
                var hint = recommendation.Hint is null ? "" : $" {MarkdownText.Escape(recommendation.Hint.TrimEnd('.'))}.";
                var mended = recommendation.Rule.Fixable ? " `warder fix` has a mend." : "";
                Line($"- {MarkdownText.Code(recommendation.Rule.Slug)}: {MarkdownText.Escape(recommendation.Rule.Title)}: {recommendation.Findings} in {Words.Count(recommendation.Files, "file")}.{hint}{mended}");
            }

            Line();
        }
    }

    private void WriteSteps()
    {
        Line("## Next steps");
        Line();
        var number = 0;
        foreach (var step in NextSteps.Of(_result))
        {
            Line($"{++number}. {step}");
        }
    }
}
