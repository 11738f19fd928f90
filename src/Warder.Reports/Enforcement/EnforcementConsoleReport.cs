using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Reports.Console;

namespace Warder.Reports.Enforcement;

/// <summary>A validation for people at a terminal: section by section, what to do, the verdict.</summary>
public static class EnforcementConsoleReport
{
    /// <summary>Writes it; what is not verbose tells one finding of each rule, and a verbose one serves as the log.</summary>
    public static void Write(EnforcementResult result, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        if (!options.Quiet)
        {
            var facts = new SectionFacts(result);
            foreach (var section in result.Sections)
            {
                WriteSection(screen, section, facts.Of(section.Section), result, options.Verbose);
            }

            WriteWhatToDo(screen, result);
        }

        foreach (var diagnostic in result.Audit.Diagnostics)
        {
            var place = diagnostic.Position is { } position ? $":{position}" : "";
            screen.Paragraph(0, "not looked at ", Ink.Warning, $"{diagnostic.Path ?? "."}{place}: {diagnostic.Message}");
        }

        var outcome = EnforcementWords.OutcomeOf(result.Verdict);
        screen.Paragraph(0, screen.Mark(outcome) + " ", InkOf(outcome), EnforcementSentence.Of(result), Ink.Strong);
    }

    private static void WriteSection(Screen screen, SectionResult section, IReadOnlyList<SectionFact> facts, EnforcementResult result, bool isVerbose)
    {
        var outcome = section.Violations > 0 || (result.IsStrict && section.Warnings > 0) ? Outcome.Failed : section.Warnings > 0 || section.IsBlind ? Outcome.Incomplete : Outcome.Passed;
        screen.Paragraph(0, $"{screen.Mark(outcome)} {(int)section.Section + 1} {EnforcementWords.TitleOf(section.Section)}: ", InkOf(outcome), EnforcementWords.CountsOf(section));
        foreach (var fact in facts)
        {
            screen.Paragraph(4, fact.Label + ": ", Ink.Faint, fact.Value);
        }

        if (isVerbose)
        {
            foreach (var finding in section.Findings)
            {
                WriteFinding(screen, finding, "");
            }
        }
        else
        {
            foreach (var group in Recommendation.Of(section.Findings))
            {
                WriteFinding(screen, group.First, group.Findings == 1 ? "" : $" and {Words.Count(group.Findings - 1, "more place")} in {Words.Count(group.Files, "file")}");
            }
        }

        screen.EndLine();
    }

    private static void WriteFinding(Screen screen, Finding finding, string more)
    {
        screen.Paragraph(4, $"{Words.Of(finding.Severity)}[{finding.Rule.Slug}] ", Screen.InkOf(finding.Severity), finding.Message);
        screen.Space(6).Sign("--> ", Ink.Faint).Show($"{finding.Location.Path}:{finding.Location.Start}").Sign(more, Ink.Faint).EndLine();
    }

    private static void WriteWhatToDo(Screen screen, EnforcementResult result)
    {
        var times = result.Audit.Repository.Policy.ResponseTimes;
        screen.Sign("What to do", Ink.Strong).EndLine();
        foreach (var group in result.Recommendations.GroupBy(r => EnforcementWords.ClassOf(r.Severity)))
        {
            var severity = group.First().Severity;
            screen.Paragraph(2, $"{group.Key} ", Screen.InkOf(severity), $"{Words.Count(group.Sum(r => r.Findings), "finding")} to answer within {EnforcementWords.Of(times.For(severity))}");
        }

        foreach (var step in NextSteps.Of(result))
        {
            screen.Paragraph(2, "- ", Ink.Faint, step.Replace("`", "'", StringComparison.Ordinal));
        }

        screen.EndLine();
    }

    private static Ink InkOf(Outcome outcome) => outcome switch
    {
        Outcome.Passed => Ink.Good,
        Outcome.Failed => Ink.Error,
        _ => Ink.Warning,
    };
}
