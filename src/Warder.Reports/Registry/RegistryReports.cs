namespace Warder.Reports.Registry;

/// <summary>The registry reports by format.</summary>
public static class RegistryReports
{
    /// <summary>The report of a format; null where there is none in it.</summary>
    public static IRegistryReport? For(ReportFormat format) => format switch
    {
        ReportFormat.Console => new RegistryConsole(),
        ReportFormat.Json => new RegistryJson(),
        _ => null,
    };
}
