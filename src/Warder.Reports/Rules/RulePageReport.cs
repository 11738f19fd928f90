using Warder.Reports.Console;

namespace Warder.Reports.Rules;

/// <summary>The page of a rule, as Markdown or for people at a terminal.</summary>
public static class RulePageReport
{
    /// <summary>Writes a page.</summary>
    public static void Write(string page, ReportFormat format, ReportOptions options, TextWriter output)
    {
        if (format == ReportFormat.Markdown)
        {
            output.Write(page);
            return;
        }

        var screen = new Screen(output, options);
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("<!--", StringComparison.Ordinal))
            {
                continue;
            }

            if (line.StartsWith('#'))
            {
                screen.Show(line.TrimStart('#', ' '), Ink.Strong).EndLine();
            }
            else
            {
                screen.Show(line.StartsWith("```", StringComparison.Ordinal) ? "" : line, Ink.Plain).EndLine();
            }
        }
    }
}
