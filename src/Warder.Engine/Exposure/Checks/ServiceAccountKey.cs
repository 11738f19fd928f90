using System.Text.Json;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>A Google service account's key file: a JSON object with its type and a private key.</summary>
internal static class ServiceAccountKey
{
    private const int MaxName = 80;

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        try
        {
            var reader = new Utf8JsonReader(value, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            return Text(root, "type") == "service_account" && Text(root, "private_key") is { } key && key.Contains("-----BEGIN", StringComparison.Ordinal) && key.Length > 200
                ? new TokenVerdict(TokenProof.Structure, Text(root, "client_email") is { Length: > 0 and < MaxName } mail ? $"of {mail}" : null)
                : TokenVerdict.None;
        }
        catch (JsonException)
        {
            return TokenVerdict.None;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
