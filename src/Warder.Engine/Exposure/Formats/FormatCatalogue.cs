using System.Text.Json;
using Warder.Engine.Exposure.Checks;
using Warder.Engine.Findings;

namespace Warder.Engine.Exposure.Formats;

/// <summary>The formats that Warder knows, in the order of <c>token-formats.json</c>.</summary>
public static class FormatCatalogue
{
    private const string Resource = "token-formats.json";
    private static readonly Lazy<IReadOnlyList<TokenFormat>> Embedded = new(Load);

    /// <summary>The formats; read when first asked for.</summary>
    public static IReadOnlyList<TokenFormat> All => Embedded.Value;

    private static TokenFormat[] Load()
    {
        using var data = typeof(FormatCatalogue).Assembly.GetManifestResourceStream(Resource)!;
        using var rows = JsonDocument.Parse(data);
        return [.. rows.RootElement.EnumerateArray().Select(Row)];
    }

    private static TokenFormat Row(JsonElement row)
    {
        var slug = row.GetProperty("format").GetString()!;
        return new TokenFormat
        {
            Slug = slug,
            Title = row.GetProperty("title").GetString()!,
            Basis = row.GetProperty("basis").GetString()!,
            Severity = row.TryGetProperty("severity", out var severity) ? Enum.Parse<Severity>(severity.GetString()!, ignoreCase: true) : Severity.Critical,
            Keywords = row.TryGetProperty("keywords", out var keywords) ? [.. keywords.EnumerateArray().Select(k => k.GetString()!)] : [],
            Patterns = PatternReader.Read(row.GetProperty("pattern").GetString()!),
            Check = row.TryGetProperty("check", out var check)
                ? TokenChecks.Find(check.GetString()!) ?? throw new InvalidDataException($"{Resource}: {slug} has an unknown check")
                : LooksRandom.Check,
            IsSoughtEncoded = row.TryGetProperty("encoded", out var encoded) && encoded.GetBoolean(),
            MinEntropy = row.TryGetProperty("minEntropy", out var entropy) ? entropy.GetDouble() : 0,
        };
    }
}
