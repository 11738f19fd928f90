using Warder.Engine.Rules;

namespace Warder.Reports.Rules;

/// <summary>The catalogue as a Markdown table, as the documents hold it.</summary>
public sealed class RuleMarkdown : IRuleReport
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<RuleDescriptor> rules, ReportOptions options, TextWriter output)
    {
        output.Write("| rule | severity | finds |\n|---|---|---|\n");
        foreach (var rule in rules)
        {
            output.Write($"| [{rule.Slug}]({rule.Slug}.md) | {Words.Of(rule.Severity)} | {rule.Title} |\n");
        }
    }
}
