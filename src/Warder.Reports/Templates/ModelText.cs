using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Warder.Reports.Templates;

/// <summary>Values as they stand in the model of a report.</summary>
internal static class ModelText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A whole model as the text of a file.</summary>
    public static string Json(JsonObject model) => model.ToJsonString(Indented) + "\n";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? time) => time is { } known ? Time(known) : null;

    /// <summary>Hours to two places; null for what is not known.</summary>
    public static JsonNode? Hours(TimeSpan? time) => time is { } known ? (JsonNode)Math.Round(Math.Max(0, known.TotalHours), 2) : null;

    /// <summary>Minutes to two places; null for what is not known.</summary>
    public static JsonNode? Minutes(TimeSpan? time) => time is { } known ? (JsonNode)Math.Round(Math.Max(0, known.TotalMinutes), 2) : null;

    /// <summary>A share as a percentage to one place; null for what is not known.</summary>
    public static JsonNode? Percent(double? share) => share is { } known ? (JsonNode)Math.Round(known * 100, 1) : null;

    public static JsonArray Texts(IEnumerable<string> texts) => List(texts, t => (JsonNode)t);

    /// <summary>The first entries of a list.</summary>
    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> nodeOf, int most = int.MaxValue)
    {
        var list = new JsonArray();
        foreach (var item in items.Take(most))
        {
            list.Add(nodeOf(item));
        }

        return list;
    }
}
