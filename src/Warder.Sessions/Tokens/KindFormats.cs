using System.Text.Json;

namespace Warder.Sessions.Tokens;

/// <summary>Which formats of values a declared kind or provider can have: <c>kind-formats.json</c>, by the starts of their slugs.</summary>
internal static class KindFormats
{
    private const string Resource = "kind-formats.json";
    private static readonly Lazy<(Dictionary<string, string[]> Kinds, Dictionary<string, string[]> Providers)> Data = new(Load);

    /// <summary>Whether a value of this format can be of this kind; true where nothing is known of the kind.</summary>
    public static bool FitsKind(string? kind, string format) => Fits(Data.Value.Kinds, kind, format);

    /// <summary>Whether a value of this format can be this provider's; true where nothing is known of the provider.</summary>
    public static bool FitsProvider(string? provider, string format) => Fits(Data.Value.Providers, provider, format);

    private static bool Fits(Dictionary<string, string[]> known, string? word, string format) =>
        word is null || !known.TryGetValue(word.Trim(), out var starts) || starts.Any(s => format.StartsWith(s, StringComparison.Ordinal));

    private static (Dictionary<string, string[]> Kinds, Dictionary<string, string[]> Providers) Load()
    {
        using var data = typeof(KindFormats).Assembly.GetManifestResourceStream(Resource)!;
        using var document = JsonDocument.Parse(data);
        return (Part(document.RootElement, "kinds"), Part(document.RootElement, "providers"));
    }

    private static Dictionary<string, string[]> Part(JsonElement root, string name) =>
        root.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.EnumerateArray().Select(e => e.GetString()!).ToArray(), StringComparer.OrdinalIgnoreCase);
}
