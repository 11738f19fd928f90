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

    /// <summary>A number as JavaScript writes it, which is how GitHub's own tools print it.</summary>
    public static string Write(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value == 0 ? "0" : double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        var (digits, exponent) = Shortest(Math.Abs(value));
        var sign = value < 0 ? "-" : "";
        if (exponent is > 0 and <= 21)
        {
            return exponent >= digits.Length
                ? sign + digits.PadRight(exponent, '0')
                : $"{sign}{digits.AsSpan(0, exponent)}.{digits.AsSpan(exponent)}";
        }

        if (exponent is > -6 and <= 0)
        {
            return $"{sign}0.{new string('0', -exponent)}{digits}";
        }

        var power = (exponent - 1).ToString("+0;-0", CultureInfo.InvariantCulture);
        return digits.Length == 1 ? $"{sign}{digits}e{power}" : $"{sign}{digits[0]}.{digits.AsSpan(1)}e{power}";
    }

    // The digits that identify the value and the place of the point before which they stand: 0.digits times ten to the exponent.
    private static (string Digits, int Exponent) Shortest(double value)
    {
        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 16; precision++)
        {
            var shorter = value.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(shorter, CultureInfo.InvariantCulture) == value)
            {
                text = shorter;
                break;
            }
        }

        var e = text.IndexOf('E', StringComparison.Ordinal);
        var digits = text[..e].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        return (digits, int.Parse(text.AsSpan(e + 1), CultureInfo.InvariantCulture) + 1);
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
