namespace Warder.Engine.Exposure.Checks;

/// <summary>Writes checksums in number systems of many digits.</summary>
internal static class Digits
{
    /// <summary>The digits of base 36 in lower case.</summary>
    public const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The digits of base 62.</summary>
    public const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>A number in so many digits, filled up with zeros on the left.</summary>
    public static string Write(uint number, string digits, int length)
    {
        Span<char> written = stackalloc char[length];
        for (var i = length - 1; i >= 0; i--)
        {
            written[i] = digits[(int)(number % (uint)digits.Length)];
            number /= (uint)digits.Length;
        }

        return written.ToString();
    }
}
