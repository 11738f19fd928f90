using System.Text.Json;

namespace Warder.Engine.Exposure.Reach;

/// <summary>What is known of the contexts of a run before it starts, from <c>run-values.json</c>.</summary>
internal static class RunValues
{
    private const string Payload = "github.event.";
    private static readonly Lazy<(Dictionary<string, Row> Values, Dictionary<string, string[]> Payloads)> Data = new(Load);

    /// <summary>What the value at a path of names is.</summary>
    public static RunValue Of(string path, RunStart start)
    {
        if (path.Equals("github.event_name", StringComparison.OrdinalIgnoreCase))
        {
            return new RunValue.Known(start.Event);
        }

        if (path.StartsWith(Payload, StringComparison.OrdinalIgnoreCase))
        {
            var end = path.IndexOf('.', Payload.Length);
            var part = path[Payload.Length..(end < 0 ? path.Length : end)];
            if (Data.Value.Payloads.TryGetValue(part, out var events) && Array.IndexOf(events, start.Event) < 0)
            {
                return RunValue.Nothing;
            }
        }

        if (!Data.Value.Values.TryGetValue(path, out var row) || (row.Events.Length > 0 && Array.IndexOf(row.Events, start.Event) < 0)
            || (row.Before.Length > 0 && !(start.Before is { Count: > 0 } known && known.All(e => Array.IndexOf(row.Before, e) >= 0))))
        {
            return RunValue.Any;
        }

        return row.Is switch
        {
            "own" => new RunValue.Named(row.Of, IsOwn: true),
            "stranger" when start.ByStranger => new RunValue.Named(row.Of, IsOwn: false),
            "true" when start.ByStranger => new RunValue.Known(true),
            "event" when start.Before is { Count: > 0 } before => new RunValue.OneOf(before),
            _ => RunValue.Any,
        };
    }

    private static (Dictionary<string, Row> Values, Dictionary<string, string[]> Payloads) Load()
    {
        using var data = typeof(RunValues).Assembly.GetManifestResourceStream("run-values.json")!;
        using var document = JsonDocument.Parse(data);
        return (
            document.RootElement.GetProperty("values").EnumerateArray().ToDictionary(
                r => r.GetProperty("context").GetString()!,
                r => new Row(EventsOf(r, "events"), EventsOf(r, "before"), r.GetProperty("is").GetString()!, r.TryGetProperty("of", out var of) ? of.GetString()! : ""),
                StringComparer.OrdinalIgnoreCase),
            document.RootElement.GetProperty("payloads").EnumerateArray().ToDictionary(r => r.GetProperty("part").GetString()!, r => EventsOf(r, "events"), StringComparer.OrdinalIgnoreCase));
    }

    private static string[] EventsOf(JsonElement row, string property) =>
        row.TryGetProperty(property, out var events) ? [.. events.EnumerateArray().Select(e => e.GetString()!)] : [];

    private sealed record Row(string[] Events, string[] Before, string Is, string Of);
}
