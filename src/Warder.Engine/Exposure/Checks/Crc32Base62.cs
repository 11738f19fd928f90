using System.IO.Hashing;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>
/// The checksum of GitHub's and npm's tokens: the last six characters of the body are the CRC-32 of those before them, in base 62,
/// filled up with zeros on the left. The prefix does not count.
/// </summary>
internal static class Crc32Base62
{
    /// <summary>How many characters the checksum has.</summary>
    public const int Length = 6;

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today) => Check(format, value, TokenProof.ChecksumFails);

    /// <summary>For tokens of which some were published whose checksum does not fit: a misfit proves nothing.</summary>
    public static TokenVerdict? CheckLegacy(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today) => Check(format, value, TokenProof.Shape);

    /// <summary>The checksum of the first part of a body.</summary>
    public static string Of(ReadOnlySpan<byte> text) => Digits.Write(Crc32.HashToUInt32(text), Digits.Base62, Length);


    private static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, TokenProof misfit)
    {
        var body = LooksRandom.BodyOf(format, value);
        if (System.Text.Ascii.Equals(body[^Length..], Of(body[..^Length])))
        {
            return new TokenVerdict(TokenProof.Checksum);
        }

        return LooksRandom.IsRandom(body) ? new TokenVerdict(misfit) : TokenVerdict.None;
    }
}
