using System.Globalization;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>Numbers as the platform's runner reads them.</summary>
internal static class ExpressionNumber
{
    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The value of a number as written; NaN where it is not one.</summary>
    public static double Parse(ReadOnlySpan<char> text)
    {
        if (text is "-Infinity")
        {
            return double.NegativeInfinity;
        }

        // The last character is looked at because the framework also reads "NaN", and numbers that NUL characters follow.
        if (text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] == '.') &&
            double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        if (text.Length < 3 || text[0] != '0' || !char.IsAsciiHexDigit(text[^1]))
        {
            return double.NaN;
        }

        var digits = text[2..];
        return text[1] switch
        {
            'x' => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : double.NaN,
            'o' => ParseOctal(digits),
            _ => double.NaN,
        };
    }

    private static double ParseOctal(ReadOnlySpan<char> digits)
    {
        ulong value = 0;
        foreach (var c in digits)
        {
            if (c is < '0' or > '7')
            {
                return double.NaN;
            }

            value = (value << 3) | (uint)(c - '0');
            if (value > uint.MaxValue)
            {
                return double.NaN;
            }
        }

        return unchecked((int)(uint)value);
    }
}
