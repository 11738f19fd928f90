using System.Security.Cryptography;
using System.Text;

namespace Warder.Engine.Exposure.Search;

/// <summary>Names a value without telling it.</summary>
internal static class ValueIdentity
{
    private const int HashBytes = 8;
    private const int MaxPrefix = 6;
    private const int PrefixShare = 5;
    private static readonly byte[] Salt = "warder token value 1"u8.ToArray();

    /// <summary>
    /// The first eight bytes of HMAC-SHA-256 under a salt of Warder's own: the same on every machine, so that baselines hold; of no use
    /// against values of a token's length, which are too many to try.
    /// </summary>
    public static string Hash(ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Salt, value, hash);
        return Convert.ToHexStringLower(hash[..HashBytes]);
    }

    /// <summary>What may be shown of it.</summary>
    public static string PrefixOf(ReadOnlySpan<byte> value) => Encoding.Latin1.GetString(value[..Math.Min(MaxPrefix, value.Length / PrefixShare)]);
}
