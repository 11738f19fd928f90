using Warder.Engine.Exposure.Formats;
using Warder.Engine.Findings;

namespace Warder.Engine.Exposure.Checks;

/// <summary>A private key between its BEGIN and END lines; the lines may be indented, or written with <c>\n</c> in a string.</summary>
internal static class PrivateKey
{
    private const int MinCharacters = 64;
    private const double MinEntropy = 3.5;

    public static TokenVerdict? Check(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today)
    {
        var body = value[(value.IndexOf("KEY"u8) + 3)..];
        var encoded = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '\\' && i + 1 < body.Length)
            {
                i++;
            }
            else if (char.IsAsciiLetterOrDigit((char)body[i]) || body[i] is (byte)'+' or (byte)'/')
            {
                encoded.Add(body[i]);
            }
        }

        var text = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(encoded);
        if (text.Length < MinCharacters || Entropy.Of(text) < MinEntropy || Placeholder.Is(text[..MinCharacters]))
        {
            return TokenVerdict.None;
        }

        var isEncrypted = value.IndexOf("ENCRYPTED"u8) >= 0 || value.IndexOf("bcrypt"u8) >= 0;
        return new TokenVerdict(TokenProof.Structure, isEncrypted ? "encrypted" : null, isEncrypted ? Severity.Error : null);
    }
}
