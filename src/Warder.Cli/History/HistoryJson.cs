using Warder.Engine.Auditing;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Warder.Engine.Policy;
using Warder.History;
using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.Cli.History;

/// <summary>Writes answers on the history as JSON; the schema is <c>history.schema.json</c>.</summary>
internal static class HistoryJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteStartObject("schema");
            json.WriteString("name", "warder-history");
            json.WriteNumber("version", 1);
            json.WriteEndObject();
            json.WriteStartObject("tool");
            json.WriteString("name", "warder");
            json.WriteString("version", Product.Version);
            json.WriteEndObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Write('\n');
    }

    public static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    public static void Run(Utf8JsonWriter json, RunSummary run)
    {
        json.WriteNumber("id", run.Id);
        json.WriteString("key", run.Key);
        json.WriteString("repository", run.Track.Repository);
        json.WriteString("branch", run.Track.Branch);
        json.WriteString("of", Words.Of(run.Track.Kind));
        json.WriteNumber("seq", run.Seq);
        json.WriteString("origin", Words.Of(run.Origin));
        json.WriteString("commit", run.Commit);
        json.WriteBoolean("dirty", run.IsDirty);
        json.WriteString("time", Time(run.Time));
        json.WriteNumber("duration_ms", (long)run.Duration.TotalMilliseconds);
        json.WriteString("version", run.Version);
        Counts(json, run.Counts);
    }

    public static void Counts(Utf8JsonWriter json, RunCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("critical", counts.BySeverity[3]);
        json.WriteNumber("error", counts.BySeverity[2]);
        json.WriteNumber("warning", counts.BySeverity[1]);
        json.WriteNumber("info", counts.BySeverity[0]);
        json.WriteNumber("accepted", counts.Accepted);
        json.WriteNumber("diagnostics", counts.Diagnostics);
        json.WriteNumber("unknowns", counts.Unknowns);
        json.WriteNumber("workflows", counts.Workflows);
        json.WriteNumber("actions", counts.Actions);
        json.WriteNumber("scripts", counts.Scripts);
        json.WriteNumber("documents", counts.Documents);
        json.WriteNumber("jobs", counts.Jobs);
        json.WriteNumber("registered_tokens", counts.Registered);
        json.WriteNumber("uses", counts.Uses);
        json.WriteNumber("tokens", counts.Tokens);
        json.WriteNumber("unregistered_tokens", counts.Unregistered);
        json.WriteNumber("default_token_uses", counts.DefaultUses);
        json.WriteEndObject();
    }

    public static void Finding(Utf8JsonWriter json, StoredFinding finding, ResponseTimes times, DateTimeOffset now)
    {
        var due = ResponseDue.Of(finding, times, now);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("state", Words.Of(finding.State));
        json.WriteString("file", finding.Path);
        json.WriteNumber("line", finding.Line);
        json.WriteString("message", finding.Message);
        json.WriteString("token", finding.Token);
        json.WriteString("job", finding.Job);
        json.WriteString("step", finding.Step);
        json.WriteString("first_seen", Time(finding.FirstSeen));
        json.WriteString("opened", Time(finding.Opened));
        json.WriteString("due", finding.State == FindingState.Open ? Time(due.Due) : null);
        json.WriteBoolean("overdue", due.OverdueBy is not null);
        json.WriteNumber("fixes", finding.Fixes);
    }

    public static void Use(Utf8JsonWriter json, SeenUse use)
    {
        json.WriteStartObject();
        json.WriteString("token", use.Token);
        json.WriteString("kind", use.Kind);
        json.WriteString("file", use.Path);
        json.WriteString("scope", use.Scope);
        json.WriteString("job", use.Job);
        json.WriteString("step", use.Step);
        json.WriteString("consumer", use.Consumer);
        json.WriteEndObject();
    }

    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
