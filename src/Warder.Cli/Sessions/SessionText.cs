using Warder.Sessions.Reports;
using Warder.Sessions.Running;

namespace Warder.Cli.Sessions;

/// <summary>Tells in a few lines what came of a session.</summary>
internal static class SessionText
{
    private const int MostFailures = 10;

    public static void Write(SessionResult result, TextWriter output)
    {
        var width = result.Suites.Count == 0 ? 0 : result.Suites.Max(s => Clean(s.Suite.Name).Length);
        foreach (var suite in result.Suites)
        {
            output.WriteLine($"{Clean(suite.Suite.Name).PadRight(width)}  {SuiteWords.Of(suite)}");
            foreach (var test in (suite.Tests?.Failures ?? []).Take(MostFailures))
            {
                output.WriteLine($"  {Clean(test.Name)}{(test.Message is null ? "" : $": {Clean(test.Message)}")}");
            }

            foreach (var note in suite.Notes.Concat(suite.Problems))
            {
                output.WriteLine($"  {Clean(note)}");
            }
        }

        if (result.AuditStatus is { } status)
        {
            output.WriteLine($"token audit: {(status switch { ExitStatus.Clean => "compliant", ExitStatus.Findings => "issues found; 'warder audit' tells them", _ => "not all could be looked at; 'warder audit' tells why" })}");
        }

        if (result.RootEntries.Count > 0)
        {
            output.WriteLine($"new in the root: {Clean(string.Join(", ", result.RootEntries))}");
        }

        if (result.End?.Archive is { } archive)
        {
            var logs = result.Folder.Logs;
            output.WriteLine($"summary: {logs.Relative(Path.Join(result.Folder.KeptResults, "test-summary.md"))}");
            output.WriteLine($"archive: {logs.Relative(archive)}");
        }
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
