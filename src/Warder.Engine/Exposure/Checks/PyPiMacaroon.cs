using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>Reads the place that is written in a token of the Python package index: a macaroon in base64.</summary>
internal static class PyPiMacaroon
{
    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        var body = value["pypi-".Length..];
        var bytes = Base64Text.Decode(body);
        if (bytes.AsSpan().IndexOf("pypi.org"u8) < 0)
        {
            return TokenVerdict.None;
        }

        return LooksRandom.IsRandom(body) ? new TokenVerdict(TokenProof.Structure) : TokenVerdict.None;
    }
}
