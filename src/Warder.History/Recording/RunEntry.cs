using Warder.History.Logs;

namespace Warder.History.Recording;

/// <summary>What the log tells of a run.</summary>
internal static class RunEntry
{
    public static string Of(Track track, RunFacts run, RecordedRun recorded) => LogEntry.Write(run.Time, "run", json =>
    {
        json.WriteString("run", run.Key);
        json.WriteString("repository", track.Repository);
        json.WriteString("branch", track.Branch);
        json.WriteString("origin", Words.Of(run.Origin));
        json.WriteString("commit", run.Commit);
        json.WriteBoolean("dirty", run.IsDirty);
        json.WriteString("version", run.Version);
        json.WriteNumber("duration_ms", (long)run.Duration.TotalMilliseconds);
        json.WriteNumber("critical", run.Counts.BySeverity[3]);
        json.WriteNumber("error", run.Counts.BySeverity[2]);
        json.WriteNumber("warning", run.Counts.BySeverity[1]);
        json.WriteNumber("info", run.Counts.BySeverity[0]);
        json.WriteNumber("accepted", run.Counts.Accepted);
        json.WriteNumber("diagnostics", run.Counts.Diagnostics);
        json.WriteStartArray("findings");
        foreach (var finding in recorded.Events)
        {
            json.WriteStartObject();
            json.WriteString("event", Words.Of(finding.Kind));
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            json.WriteString("path", finding.Path);
            if (finding.Detail is { } detail)
            {
                json.WriteString("from", detail);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
