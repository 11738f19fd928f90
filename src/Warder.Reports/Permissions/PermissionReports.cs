namespace Warder.Reports.Permissions;

/// <summary>The reports on permissions by format.</summary>
public static class PermissionReports
{
    /// <summary>The report of a format; null where there is none in it.</summary>
    public static IPermissionReport? For(ReportFormat format) => format switch
    {
        ReportFormat.Console => new PermissionConsoleReport(),
        ReportFormat.Json => new PermissionJsonReport(),
        _ => null,
    };
}
