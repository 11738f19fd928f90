namespace Warder.Reports.Rules;

/// <summary>The rule catalogues by format.</summary>
public static class RuleReports
{
    /// <summary>The catalogue in a format; null where there is none in it.</summary>
    public static IRuleReport? For(ReportFormat format) => format switch
    {
        ReportFormat.Console => new RuleTable(),
        ReportFormat.Json => new RuleJson(),
        ReportFormat.Markdown => new RuleMarkdown(),
        _ => null,
    };
}
