using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>Takes a value for a token where it is no placeholder and its characters are mixed enough.</summary>
internal static class LooksRandom
{
    private const int ShortBody = 24;
    private const double ShortEntropy = 2.3;
    private const double LongEntropy = 2.8;

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        var body = BodyOf(format, value);
        return IsRandom(body, format.MinEntropy) ? new TokenVerdict(TokenProof.Shape) : TokenVerdict.None;
    }

    /// <summary>Whether a body is no placeholder and mixed enough; hexadecimal digits have at most 4 bits each.</summary>
    public static bool IsRandom(ReadOnlySpan<byte> body, double minEntropy = 0)
    {
        var least = minEntropy > 0 ? minEntropy : body.Length < ShortBody ? ShortEntropy : LongEntropy;
        return Entropy.Of(body) >= least && !Placeholder.Is(body);
    }

    /// <summary>The value without what every value of its format begins with.</summary>
    public static ReadOnlySpan<byte> BodyOf(TokenFormat format, ReadOnlySpan<byte> value)
    {
        foreach (var pattern in format.Patterns)
        {
            if (pattern.LiteralPrefix.Length > 0 && StartsWith(value, pattern.LiteralPrefix))
            {
                return value[pattern.LiteralPrefix.Length..];
            }
        }

        return value;
    }

    private static bool StartsWith(ReadOnlySpan<byte> value, string prefix)
    {
        if (value.Length < prefix.Length)
        {
            return false;
        }

        for (var i = 0; i < prefix.Length; i++)
        {
            if (value[i] != prefix[i])
            {
                return false;
            }
        }

        return true;
    }
}
