using System.Text.Json;

namespace Warder.Engine.Exposure.Search;

/// <summary>Knows the values of documentation and emulators that everybody may know, by their salted hash.</summary>
internal static class PublicValues
{
    private static readonly Lazy<HashSet<string>> Identities = new(Load);

    /// <summary>Whether a value is public.</summary>
    public static bool Contains(string identity) => Identities.Value.Contains(identity);

    private static HashSet<string> Load()
    {
        using var data = typeof(PublicValues).Assembly.GetManifestResourceStream("public-values.json")!;
        using var document = JsonDocument.Parse(data);
        return [.. document.RootElement.GetProperty("values").EnumerateArray().Select(v => v.GetProperty("identity").GetString()!)];
    }
}
