using System.Security.Cryptography;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>
/// The checksum of GitHub's fine-grained tokens: of the last sixteen characters the first eight are the start of the SHA-256, in
/// base 32, of all before them, prefix included.
/// </summary>
internal static class GitHubFineGrained
{
    private const int Tail = 16;
    private const int ChecksumLength = 8;
    private const int ChecksumBytes = 5;
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        if (System.Text.Ascii.Equals(value[^Tail..^ChecksumLength], Of(value[..^Tail])))
        {
            return new TokenVerdict(TokenProof.Checksum);
        }

        return LooksRandom.IsRandom(LooksRandom.BodyOf(format, value)) ? new TokenVerdict(TokenProof.ChecksumFails) : TokenVerdict.None;
    }

    /// <summary>The checksum of everything before the last sixteen characters.</summary>
    public static string Of(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        var bits = 0UL;
        for (var i = 0; i < ChecksumBytes; i++)
        {
            bits = (bits << 8) | hash[i];
        }

        Span<char> digits = stackalloc char[ChecksumLength];
        for (var i = 0; i < ChecksumLength; i++)
        {
            digits[i] = Digits[(int)((bits >> (5 * (ChecksumLength - 1 - i))) & 31)];
        }

        return digits.ToString();
    }
}
