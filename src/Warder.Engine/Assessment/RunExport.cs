using System.Globalization;
using System.Text.Json;

namespace Warder.Engine.Assessment;

/// <summary>Reads what <c>gh run list --json conclusion,createdAt,event,name,status,updatedAt,workflowName</c> writes; keys that are missing are not known.</summary>
public static class RunExport
{
    /// <summary>The runs in the order of the file; null, with the reason, where it is no such list.</summary>
    /// <param name="text">The file.</param>
    /// <param name="because">What is wrong, half a sentence.</param>
    /// <param name="line">On which line, from 1; 0 where the text is JSON, but no list of runs.</param>
    public static IReadOnlyList<RunFact>? Read(string text, out string because, out int line)
    {
        (because, line) = ("", 0);
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                because = "it is no list of runs; write it with 'gh run list --json conclusion,createdAt,event,name,status,updatedAt,workflowName'";
                return null;
            }

            var runs = new List<RunFact>(document.RootElement.GetArrayLength());
            foreach (var run in document.RootElement.EnumerateArray())
            {
                if (Of(run) is not { } fact)
                {
                    because = string.Create(CultureInfo.InvariantCulture, $"entry {runs.Count + 1} of the list is no run: it needs 'workflowName' or 'name', and 'createdAt'");
                    return null;
                }

                runs.Add(fact);
            }

            return runs;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            line = wrong is JsonException json ? (int)(json.LineNumber ?? 0) + 1 : 0;
            because = "it is no JSON";
            return null;
        }
    }

    private static RunFact? Of(JsonElement run)
    {
        if (run.ValueKind != JsonValueKind.Object || (Text(run, "workflowName") ?? Text(run, "name")) is not { } workflow || Time(run, "createdAt") is not { } created)
        {
            return null;
        }

        var started = Time(run, "startedAt") ?? created;
        var isOver = Text(run, "status") is null or "completed";
        TimeSpan? took = isOver && Time(run, "updatedAt") is { } updated && updated >= started ? updated - started : null;
        return new RunFact(workflow, created, isOver ? Text(run, "conclusion") : null, Text(run, "event"), took);
    }

    private static string? Text(JsonElement run, string key) =>
        run.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? Time(JsonElement run, string key) =>
        Text(run, key) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
