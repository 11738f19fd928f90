using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>Opens an embedded fact file.</summary>
internal static class FactFile
{
    public static JsonDocument Open(string name)
    {
        using var stream = typeof(FactFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonDocument.Parse(stream);
    }

    public static string Text(JsonElement row, string key) => row.GetProperty(key).GetString()!;

    public static bool Flag(JsonElement row, string key) => row.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.True;

    public static string? TextOrNull(JsonElement row, string key) => row.TryGetProperty(key, out var value) ? value.GetString() : null;

    public static string[] Texts(JsonElement row, string key)
    {
        if (!row.TryGetProperty(key, out var list))
        {
            return [];
        }

        var texts = new string[list.GetArrayLength()];
        var at = 0;
        foreach (var text in list.EnumerateArray())
        {
            texts[at++] = text.GetString()!;
        }

        return texts;
    }

    public static T[] Rows<T>(JsonElement row, string key, Func<JsonElement, T> read)
    {
        if (!row.TryGetProperty(key, out var list))
        {
            return [];
        }

        var rows = new T[list.GetArrayLength()];
        var at = 0;
        foreach (var entry in list.EnumerateArray())
        {
            // An index would count its way from the start of the list for each row.
            rows[at++] = read(entry);
        }

        return rows;
    }

    public static IReadOnlyDictionary<string, string> Map(JsonElement row, string key)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (row.TryGetProperty(key, out var found))
        {
            foreach (var entry in found.EnumerateObject())
            {
                map[entry.Name] = entry.Value.ToString();
            }
        }

        return map;
    }
}
