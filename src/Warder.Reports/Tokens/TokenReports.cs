namespace Warder.Reports.Tokens;

/// <summary>The token reports by format.</summary>
public static class TokenReports
{
    /// <summary>The report of a format; null where there is none in it.</summary>
    public static ITokenReport? For(ReportFormat format) => format switch
    {
        ReportFormat.Console => new TokenConsoleReport(),
        ReportFormat.Json => new TokenJsonReport(),
        _ => null,
    };
}
