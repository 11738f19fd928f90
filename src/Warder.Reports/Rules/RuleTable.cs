using Warder.Engine.Rules;
using Warder.Reports.Console;

namespace Warder.Reports.Rules;

/// <summary>The catalogue for people at a terminal.</summary>
public sealed class RuleTable : IRuleReport
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<RuleDescriptor> rules, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        var table = new TextTable("RULE", "SEVERITY", "CATEGORY", "FINDS");
        foreach (var rule in rules)
        {
            table.Add(Ink.Plain, [rule.Slug, Words.Of(rule.Severity), rule.Category.ToString().ToLowerInvariant(), rule.Title]);
        }

        table.Print(screen);
        screen.EndLine();
        screen.Paragraph(0, "", Ink.Plain, $"{Words.Count(rules.Count, "rule")}; 'warder explain <rule>' has the page of each");
    }
}
