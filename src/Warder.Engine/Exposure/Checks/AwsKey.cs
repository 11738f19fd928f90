using System.Globalization;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>An AWS access key id; the account it belongs to is encoded in it.</summary>
internal static class AwsKey
{
    private const int PrefixLength = 4;
    private const int AccountDigits = 12;
    private const long AccountMask = 0x7FFFFFFFFF80;
    private const int Bytes = 6;
    private const int DigitsOfBytes = 10;
    private const double MinEntropy = 2.2;

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        var body = value[PrefixLength..];
        if (body.EndsWith("EXAMPLE"u8) || !LooksRandom.IsRandom(body, MinEntropy))
        {
            return TokenVerdict.None;
        }

        long bits = 0;
        for (var i = 0; i < DigitsOfBytes; i++)
        {
            bits = (bits << 5) | (uint)(body[i] >= 'A' ? body[i] - 'A' : body[i] - '2' + 26);
        }

        var account = ((bits >> (50 - (8 * Bytes))) & AccountMask) >> 7;
        return account.ToString("D12", CultureInfo.InvariantCulture) is { Length: AccountDigits } number
            ? new TokenVerdict(TokenProof.Structure, $"of account {number}")
            : new TokenVerdict(TokenProof.Shape);
    }
}
