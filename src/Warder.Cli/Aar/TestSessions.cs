using System.Globalization;
using System.Text.Json;
using Warder.Engine.Policy;
using Warder.Reports.Aar;
using Warder.Sessions.Records;

namespace Warder.Cli.Aar;

/// <summary>Reads what <c>warder artifacts run</c> kept of the newest run of the tests.</summary>
internal static class TestSessions
{
    private const string FileName = "test-results.json";

    /// <summary>The newest run that ended on a day of the report; null where none is kept.</summary>
    public static AarTests? Newest(string root, AuditPolicy policy, AarDays days)
    {
        var folder = new LogFolders(root, policy.Guard.Logs).Results;
        if (!Directory.Exists(folder))
        {
            return null;
        }

        OutputFile.RefuseLinks(root, Path.GetRelativePath(root, folder).Replace('\\', '/'));
        return Directory.EnumerateDirectories(folder, "test_results_*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint })
            .Order(StringComparer.Ordinal)
            .Select(f => Read(Path.Join(f, FileName)))
            .OfType<AarTests>()
            .Where(t => DateOnly.FromDateTime(t.Time.UtcDateTime) is var day && day >= days.From && day <= days.Last)
            .MaxBy(t => t.Time);
    }

    private static AarTests? Read(string path)
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null)
            {
                return null;
            }

            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var root = json.RootElement;
            var totals = root.GetProperty("totals");
            var coverages = root.GetProperty("results").EnumerateObject()
                .Select(s => s.Value.GetProperty("coverage"))
                .Where(c => c.ValueKind == JsonValueKind.Object)
                .ToList();
            return new AarTests
            {
                Session = root.GetProperty("session").GetString()!,
                Time = DateTimeOffset.Parse(root.GetProperty("timestamp").GetString()!, CultureInfo.InvariantCulture),
                Status = root.GetProperty("status").GetString()!,
                Suites = totals.GetProperty("suites").GetInt32(),
                Tests = totals.GetProperty("tests").GetInt32(),
                Passed = totals.GetProperty("passed").GetInt32(),
                Failed = totals.GetProperty("failed").GetInt32() + totals.GetProperty("errors").GetInt32(),
                Skipped = totals.GetProperty("skipped").GetInt32(),
                LinesCovered = coverages.Count == 0 ? null : coverages.Sum(c => c.GetProperty("lines_covered").GetInt64()),
                LinesValid = coverages.Count == 0 ? null : coverages.Sum(c => c.GetProperty("lines_valid").GetInt64()),
            };
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            // What is no result of ours is none: the report says that no run is kept.
            return null;
        }
    }
}
