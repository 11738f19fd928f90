using Warder.Engine.Exposure.Redaction;
using Warder.Sessions.Running;

namespace Warder.Sessions.Reports;

/// <summary>Writes the summaries of a session into it.</summary>
internal static class SessionReports
{
    /// <summary>Writes them; gives what could not be written.</summary>
    public static IReadOnlyList<string> Write(SessionResult result)
    {
        try
        {
            result.Folder.MakeFolders();
            using (var stream = File.Create(Path.Join(result.Folder.Artifacts, "test-results.json")))
            {
                ResultsJson.Write(result, stream);
            }

            // Names of tests and their messages come from the suites, and are read by people.
            File.WriteAllText(Path.Join(result.Folder.Artifacts, "test-summary.md"), Redactor.Known.Redact(SummaryMarkdown.Of(result)));
            return [];
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return [$"The summary cannot be written: {wrong.Message}"];
        }
    }
}
