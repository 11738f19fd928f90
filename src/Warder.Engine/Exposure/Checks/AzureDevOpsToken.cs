using System.Buffers.Binary;
using System.IO.Hashing;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>
/// The checksum of Azure DevOps' older tokens, 52 characters of base 32: of the 32 bytes four are the CRC-32 of the others, mixed with a
/// constant for people or for applications. Source: the validator that Microsoft publishes with its pattern matcher.
/// </summary>
internal static class AzureDevOpsToken
{
    /// <summary>What the checksum of a person's token is mixed with.</summary>
    public const uint OfPerson = 0xE0B9692D;

    private const uint OfApplication = 0x1019F92E;
    private const int Bytes = 32;
    private const int PayloadBytes = 28;
    private static readonly int[] ChecksumAt = [22, 8, 7, 2];

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        Decode(value, bytes);
        Span<byte> sum = stackalloc byte[ChecksumAt.Length];
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] = bytes[ChecksumAt[i]];
        }

        var stored = BinaryPrimitives.ReadUInt32LittleEndian(sum);
        var computed = ChecksumOf(bytes);

        // Any word of 52 letters has the shape, so only the checksum makes it a token.
        return stored == (computed ^ OfPerson) || stored == (computed ^ OfApplication) ? new TokenVerdict(TokenProof.Checksum) : TokenVerdict.None;
    }

    /// <summary>The CRC-32 of the bytes that are payload.</summary>
    public static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> payload = stackalloc byte[PayloadBytes];
        var at = 0;
        for (var i = 0; i < Bytes; i++)
        {
            if (Array.IndexOf(ChecksumAt, i) < 0)
            {
                payload[at++] = bytes[i];
            }
        }

        return Crc32.HashToUInt32(payload);
    }

    private static void Decode(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        var bits = 0UL;
        var count = 0;
        var at = 0;
        foreach (var c in text)
        {
            bits = (bits << 5) | (uint)(c >= 'a' ? c - 'a' : c - '2' + 26);
            count += 5;
            if (count >= 8 && at < bytes.Length)
            {
                count -= 8;
                bytes[at++] = (byte)(bits >> count);
            }
        }
    }
}
