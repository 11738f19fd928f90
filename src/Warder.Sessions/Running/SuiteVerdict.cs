using Warder.Engine.Auditing;
using Warder.Sessions.Results;
using Warder.Sessions.Tools;

namespace Warder.Sessions.Running;

/// <summary>Judges a suite that has ended by its exit code and by the results that it left.</summary>
internal static class SuiteVerdict
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(2);

    /// <summary>Reads and collects the results, and puts them beside the exit code.</summary>
    /// <param name="result">What is known so far.</param>
    /// <param name="capture">Its output.</param>
    /// <param name="folder">Where it ran.</param>
    /// <param name="since">When it started; older files are of an earlier run.</param>
    public static SuiteResult Of(SuiteResult result, OutputCapture capture, string folder, DateTime since)
    {
        var notes = new List<string>(result.Notes);
        var problems = new List<string>();
        if (capture.Problem is { } lost)
        {
            problems.Add(lost);
        }

        var tally = new TestTally();
        Coverage? coverage = null;
        var isFirst = true;
        foreach (var file in Files(result, folder, since - ClockSlack, problems))
        {
            var wrong = ResultFile.Read(file, tally, out var lines);
            if (wrong is not null)
            {
                notes.Add($"{Path.GetFileName(file)} is not read. {wrong}");
            }

            // The same measure is often written in two forms; the first speaks for both.
            if (lines is { Valid: > 0 } && isFirst)
            {
                coverage = (coverage ?? default) + lines.Value;
                isFirst = result.Suite.Kind == Suites.SuiteKind.Dotnet;
            }
        }

        if (tally.Total == 0 && capture.Spoken.Passed is { } passed)
        {
            tally.AddCounts(passed, capture.Spoken.Failed, 0, capture.Spoken.Skipped);
        }

        if (tally.Total == 0 && result.Suite.Results.Count > 0)
        {
            notes.Add("None of the results that the policy names were found.");
        }

        return Judge(result with { Tests = tally.Total > 0 ? tally : null, Coverage = coverage, Notes = notes, Problems = problems });
    }

    private static SuiteResult Judge(SuiteResult result)
    {
        if (result.Status == SuiteStatus.Failed && result.ExitCode is { } code && TestTool.For(result.Suite.Kind)?.Refusal(code) is { } refusal)
        {
            return result with { Status = SuiteStatus.NotRun, Notes = [.. result.Notes, $"It could not run: {refusal}."] };
        }

        // A shell line may swallow the status of what it runs.
        return result.Status == SuiteStatus.Passed && result.Tests is { } tests && tests.Failed + tests.Errors > 0
            ? result with { Status = SuiteStatus.Failed, Notes = [.. result.Notes, "It ended with 0, but its results tell of tests that failed."] }
            : result;
    }

    private static List<string> Files(SuiteResult result, string folder, DateTime since, List<string> problems)
    {
        var places = result.Places;
        var files = new List<string>();
        if (File.Exists(places.JUnitFile))
        {
            files.Add(places.JUnitFile);
        }

        var tool = TestTool.For(result.Suite.Kind);
        var isTold = files.Count > 0;
        var patterns = result.Suite.Results.Count > 0 || isTold ? result.Suite.Results : tool?.Results ?? [];
        foreach (var file in ResultGlob.Find(folder, patterns, since).Concat(ResultGlob.Find(folder, result.Suite.Coverage, since)))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '_');
            var copy = Path.Join(result.Suite.Coverage.Count > 0 && Engine.PathPattern.AnyMatches(result.Suite.Coverage, Path.GetRelativePath(folder, file).Replace('\\', '/')) ? places.Coverage : places.ResultsFolder, name);
            try
            {
                if (SpecialFile.IsPlainFile(file))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                    File.Copy(file, copy, overwrite: true);
                }
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{name} cannot be copied: {wrong.Message}");
            }
        }

        TakeCoverageApart(places, problems);
        files.AddRange(Below(places.ResultsFolder, ".trx", ".xml"));
        files.AddRange(Below(places.Coverage, ".xml", ".info", ".out").OrderBy(f => !f.EndsWith(".xml", StringComparison.Ordinal)));
        return [.. files.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The collector of .NET writes coverage among the results, into folders without a name that says anything.</summary>
    private static void TakeCoverageApart(Records.SuitePlaces places, List<string> problems)
    {
        var number = 0;
        foreach (var file in Below(places.ResultsFolder, ".xml").Where(f => Path.GetFileName(f).StartsWith("coverage.", StringComparison.Ordinal)).ToList())
        {
            try
            {
                Directory.CreateDirectory(places.Coverage);
                File.Move(file, Path.Join(places.Coverage, number == 0 ? "coverage.xml" : $"coverage-{number}.xml"), overwrite: true);
                number++;
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{Path.GetFileName(file)} cannot be moved: {wrong.Message}");
            }
        }
    }

    private static IEnumerable<string> Below(string folder, params string[] endings)
    {
        const int MostFiles = 500;
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", options).Where(f => endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(MostFiles)
            : [];
    }
}
