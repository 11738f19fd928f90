using System.IO.Hashing;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>
/// The checksum of GitLab's routable tokens: the last seven characters are the CRC-32, in base 36, of all before them, prefix included;
/// the two before those tell the length of the payload.
/// </summary>
internal static class GitLabRoutable
{
    private const int Length = 7;
    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        if (System.Text.Ascii.Equals(value[^Length..], Of(value[..^Length])))
        {
            return new TokenVerdict(TokenProof.Checksum);
        }

        return LooksRandom.IsRandom(LooksRandom.BodyOf(format, value)) ? new TokenVerdict(TokenProof.ChecksumFails) : TokenVerdict.None;
    }

    /// <summary>The checksum of everything before the last seven characters.</summary>
    public static string Of(ReadOnlySpan<byte> text) => Digits.Write(Crc32.HashToUInt32(text), Digits.Base36, Length);

}
