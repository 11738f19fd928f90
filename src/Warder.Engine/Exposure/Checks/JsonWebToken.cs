using System.Globalization;
using System.Text.Json;
using Warder.Engine.Exposure.Formats;
using Warder.Engine.Findings;

namespace Warder.Engine.Exposure.Checks;

/// <summary>Reads what a JSON web token says of itself.</summary>
internal static class JsonWebToken
{
    private const int MaxNote = 80;

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        if (Parse(value) is not { } parts)
        {
            return TokenVerdict.None;
        }

        using var header = parts.Header;
        using var claims = parts.Claims;
        if (!header.RootElement.TryGetProperty("alg", out _))
        {
            return TokenVerdict.None;
        }

        var note = TextOf(claims.RootElement, "iss") is { Length: > 0 } issuer ? $"issued by {issuer}" : "no issuer in it";
        if (EndOf(claims.RootElement) is not { } end)
        {
            // Without an end and an issuer it is most often the sample of a page or a test.
            return new TokenVerdict(TokenProof.Structure, note + ", without an end", TextOf(claims.RootElement, "iss") is null ? Severity.Info : Severity.Warning);
        }

        var day = DateOnly.FromDateTime(end.UtcDateTime);
        return day < today
            ? new TokenVerdict(TokenProof.Structure, $"{note}, ended on {day:yyyy-MM-dd}", Severity.Info)
            : new TokenVerdict(TokenProof.Structure, $"{note}, ends on {day:yyyy-MM-dd}");
    }

    /// <summary>For tokens of which the web token is the last part, behind an underscore.</summary>
    public static TokenVerdict? CheckWithPrefix(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        var from = value.IndexOf("_ey"u8) + 1;
        return from > 0 && Check(format, value[from..], today) is { } verdict
            ? verdict
            : LooksRandom.IsRandom(LooksRandom.BodyOf(format, value)) ? new TokenVerdict(TokenProof.Shape) : TokenVerdict.None;
    }

    /// <summary>When the web token in a value ends, as it says itself; null where there is none, or it has no end.</summary>
    public static DateTimeOffset? EndIn(ReadOnlySpan<byte> value)
    {
        var from = value.IndexOf("ey"u8);
        if (from < 0 || Parse(value[from..]) is not { } parts)
        {
            return null;
        }

        using (parts.Header)
        using (parts.Claims)
        {
            return EndOf(parts.Claims.RootElement);
        }
    }

    private static (JsonDocument Header, JsonDocument Claims)? Parse(ReadOnlySpan<byte> value)
    {
        var first = value.IndexOf((byte)'.');
        var second = first < 0 ? -1 : value[(first + 1)..].IndexOf((byte)'.');
        if (second < 0)
        {
            return null;
        }

        try
        {
            var header = JsonDocument.Parse(Base64Text.Decode(value[..first]));
            var claims = JsonDocument.Parse(Base64Text.Decode(value.Slice(first + 1, second)));
            return header.RootElement.ValueKind == JsonValueKind.Object && claims.RootElement.ValueKind == JsonValueKind.Object ? (header, claims) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = value.GetString()!;
        return text.Length > MaxNote ? text[..MaxNote] : text;
    }

    private static DateTimeOffset? EndOf(JsonElement claims)
    {
        if (!claims.TryGetProperty("exp", out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var seconds))
        {
            return null;
        }

        const double LastSecond = 253402300799;
        return DateTimeOffset.FromUnixTimeSeconds((long)Math.Clamp(seconds, 0, LastSecond));
    }
}
