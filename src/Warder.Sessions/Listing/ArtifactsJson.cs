using System.Text.Json;

namespace Warder.Sessions.Listing;

/// <summary>Writes lists of artifacts as JSON.</summary>
public static class ArtifactsJson
{
    /// <summary>What there is.</summary>
    public static void WriteList(IReadOnlyList<Artifact> artifacts, GovernanceState governance, Stream output)
    {
        using var json = Begin(output);
        json.WriteStartObject("governance");
        json.WriteString("registry", governance.Registry);
        json.WriteString("policy", governance.Policy);
        json.WriteBoolean("virtual_env", governance.HasVirtualEnvironment);
        json.WriteEndObject();
        json.WriteNumber("total_bytes", artifacts.Sum(a => a.Bytes));
        json.WriteStartArray("artifacts");
        foreach (var artifact in artifacts)
        {
            json.WriteStartObject();
            Write(json, artifact);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What was, or would be, removed.</summary>
    public static void WriteCleaned(IReadOnlyList<CleanedItem> items, int days, bool isDry, Stream output)
    {
        using var json = Begin(output);
        json.WriteNumber("days", days);
        json.WriteBoolean("dry_run", isDry);
        json.WriteStartArray("cleaned");
        foreach (var item in items)
        {
            json.WriteStartObject();
            Write(json, item.Artifact);
            json.WriteBoolean("archived_first", item.IsArchivedFirst);
            json.WriteBoolean("done", !isDry && item.Problem is null);
            json.WriteString("problem", item.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Utf8JsonWriter Begin(Stream output)
    {
        var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        return json;
    }

    private static void Write(Utf8JsonWriter json, Artifact artifact)
    {
        json.WriteString("kind", artifact.Kind.ToString().ToLowerInvariant());
        json.WriteString("path", artifact.Path);
        json.WriteNumber("bytes", artifact.Bytes);
        json.WriteString("changed", artifact.Changed);
        if (artifact.Kind == ArtifactKind.Session)
        {
            json.WriteBoolean("alive", artifact.IsAlive);
            json.WriteString("state", artifact.Record?.State ?? "unknown");
            json.WriteString("command", artifact.Record?.Command ?? "unknown");
        }
    }
}
