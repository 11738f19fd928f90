using Warder.Sessions.Records;
using Warder.Sessions.Running;

namespace Warder.Sessions.Reports;

/// <summary>Where the artifacts of a session are found when it has been closed; relative to the repository, null where there are none.</summary>
internal sealed record KeptPaths(string? CoverageHtml, string? CoverageXml, string? JUnitXml, string TestLogs, string TokenAudit, string Archive, string Summary, string Results)
{
    public static KeptPaths Of(SessionResult result)
    {
        var folder = result.Folder;
        var logs = folder.Logs;
        return new KeptPaths(
            CoverageHtml: Directory.Exists(Path.Join(folder.Coverage, "htmlcov")) ? logs.Relative(Path.Join(logs.Coverage, $"htmlcov_{folder.Stamp}")) + "/" : null,
            CoverageXml: FirstFile(folder.Coverage, "coverage*.xml") is { } coverage ? logs.Relative(Path.Join(logs.Coverage, $"coverage_{folder.Stamp}", Path.GetRelativePath(folder.Coverage, coverage))) : null,
            JUnitXml: result.Suites.Select(s => s.Places.JUnitFile).FirstOrDefault(File.Exists) is { } junit ? logs.Relative(Path.Join(folder.KeptResults, Path.GetFileName(junit))) : null,
            TestLogs: $"{logs.RelativeLogs}/{folder.Id}_*.log",
            TokenAudit: logs.Relative(logs.TokenAudit) + "/",
            Archive: logs.Relative(folder.ArchiveFile),
            Summary: logs.Relative(Path.Join(folder.KeptResults, "test-summary.md")),
            Results: logs.Relative(Path.Join(folder.KeptResults, "test-results.json")));
    }

    /// <summary>The captured output of a suite.</summary>
    public static string LogOf(SessionFolder folder, SuiteResult suite) => folder.Logs.Relative(folder.KeptOutput(Path.GetFileName(suite.Places.Log)));

    private static string? FirstFile(string folder, string pattern) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true }).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
}
