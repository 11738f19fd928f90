using System.Globalization;
using System.IO.Hashing;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>The checksum of Atlassian's tokens: the last eight characters are the CRC-32, in upper hexadecimal, of all before them.</summary>
internal static class AtlassianToken
{
    private const int Length = 8;

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        if (System.Text.Ascii.Equals(value[^Length..], Of(value[..^Length])))
        {
            return new TokenVerdict(TokenProof.Checksum);
        }

        return LooksRandom.IsRandom(LooksRandom.BodyOf(format, value)) ? new TokenVerdict(TokenProof.ChecksumFails) : TokenVerdict.None;
    }

    /// <summary>The checksum of everything before the last eight characters, the equals sign included.</summary>
    public static string Of(ReadOnlySpan<byte> text) => Crc32.HashToUInt32(text).ToString("X8", CultureInfo.InvariantCulture);
}
