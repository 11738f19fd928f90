using System.Text.Json;
using Warder.Engine.Findings;
using Warder.Engine.Policy;

namespace Warder.Engine.Auditing;

/// <summary>Findings that were there when a team began with Warder, and are hidden until they are mended.</summary>
public sealed class Baseline
{
    private const int Version = 1;

    /// <summary>Over a list of entries.</summary>
    public Baseline(IReadOnlyList<BaselineEntry> entries) => Entries = entries;

    /// <summary>Where it lies unless the policy says otherwise.</summary>
    public static string DefaultPath => ".warder/baseline.json";

    /// <summary>The remembered findings, sorted by path and rule.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; }

    /// <summary>The baseline of a repository; null where there is none. A broken one is a diagnostic.</summary>
    public static Baseline? Load(RepositoryFiles files, AuditPolicy policy, ICollection<Diagnostic> diagnostics)
    {
        var path = policy.BaselinePath ?? DefaultPath;
        if (!files.Exists(path))
        {
            if (policy.BaselinePath is not null)
            {
                diagnostics.Add(new Diagnostic("missing-baseline", $"The policy names the baseline {path}, which is not there.", policy.Source?.Path));
            }

            return null;
        }

        var decoded = files.Read(path);
        if (decoded.Source is not { } source)
        {
            diagnostics.Add(new Diagnostic(decoded.Code ?? "unreadable-file", decoded.Error ?? "The baseline cannot be read.", path));
            return null;
        }

        if (Parse(source.Text, out var why) is { } baseline)
        {
            return baseline;
        }

        diagnostics.Add(new Diagnostic("invalid-baseline", $"The baseline cannot be used: {why}", path));
        return null;
    }

    /// <summary>A baseline of findings.</summary>
    public static Baseline Of(IEnumerable<Finding> findings) =>
        new([.. findings.Select(f => new BaselineEntry(f.Fingerprint, f.ContextHash, f.Rule.Slug, f.Location.Path, f.Message))]);

    /// <summary>Reads a baseline's JSON; null with the reason where it is none.</summary>
    public static Baseline? Parse(string json, out string? why)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("version", out var version)
                || version.ValueKind != JsonValueKind.Number
                || version.GetInt32() != Version
                || !document.RootElement.TryGetProperty("findings", out var list)
                || list.ValueKind != JsonValueKind.Array)
            {
                why = $"it is not an object with \"version\": {Version} and a list \"findings\".";
                return null;
            }

            why = null;
            return new Baseline([.. list.EnumerateArray().Select(ReadEntry)]);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            why = wrong.Message;
            return null;
        }
    }

    /// <summary>Writes the baseline as JSON, one finding a line, so that merges conflict rarely.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write($"{{\n  \"version\": {Version},\n  \"findings\": [");
        for (var i = 0; i < Entries.Count; i++)
        {
            writer.Write(i == 0 ? "\n    " : ",\n    ");
            writer.Write(EntryJson(Entries[i]));
        }

        writer.Write(Entries.Count == 0 ? "]\n}\n" : "\n  ]\n}\n");
    }

    /// <summary>Prepares to hold findings against the baseline.</summary>
    public BaselineMatcher Match(RepositoryFiles files) => new(Entries, files);

    private static BaselineEntry ReadEntry(JsonElement item) => new(
        item.GetProperty("fingerprint").GetString() ?? "",
        item.GetProperty("context").GetString() ?? "",
        item.GetProperty("rule").GetString() ?? "",
        item.GetProperty("path").GetString() ?? "",
        item.TryGetProperty("message", out var message) ? message.GetString() ?? "" : "");

    private static string EntryJson(BaselineEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("fingerprint", entry.Fingerprint);
            json.WriteString("context", entry.Context);
            json.WriteString("rule", entry.Rule);
            json.WriteString("path", entry.Path);
            json.WriteString("message", entry.Message);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
