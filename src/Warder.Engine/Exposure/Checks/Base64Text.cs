namespace Warder.Engine.Exposure.Checks;

/// <summary>Decodes base64 of either alphabet, padded or not.</summary>
internal static class Base64Text
{
    private const byte NoDigit = 255;
    private const int BitsOfDigit = 6;
    private const int BitsOfByte = 8;
    private static readonly byte[] Values = MakeValues();

    /// <summary>The bytes; stops at the first character that is no digit of base64.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length * BitsOfDigit / BitsOfByte];
        return bytes.AsSpan(0, Decode(text, bytes)).ToArray();
    }

    /// <summary>Decodes into a buffer that is large enough; gives the count of bytes.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        uint bits = 0;
        int count = 0, at = 0;
        foreach (var c in text)
        {
            var value = Values[c];
            if (value == NoDigit)
            {
                break;
            }

            bits = (bits << BitsOfDigit) | value;
            count += BitsOfDigit;
            if (count >= BitsOfByte)
            {
                count -= BitsOfByte;
                bytes[at++] = (byte)(bits >> count);
            }
        }

        return at;
    }

    private static byte[] MakeValues()
    {
        const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var values = new byte[byte.MaxValue + 1];
        Array.Fill(values, NoDigit);
        for (var i = 0; i < Digits.Length; i++)
        {
            values[Digits[i]] = (byte)i;
        }

        values['-'] = values['+'];
        values['_'] = values['/'];
        return values;
    }
}
