using System.Globalization;

namespace Warder.Reports.Text;

/// <summary>Numbers as people read them.</summary>
internal static class NumberText
{
    /// <summary>With its thousands set apart: <c>1,234</c>; at most one decimal.</summary>
    public static string Grouped(decimal number) => number.ToString("#,##0.#", CultureInfo.InvariantCulture);

    /// <summary>A number with what it counts.</summary>
    public static string Count(decimal number, string one, string? many = null) => $"{Grouped(number)} {(number == 1 ? one : many ?? Plural(one))}";

    /// <summary>A share in percent; <c>-</c> of nothing.</summary>
    public static string Percent(decimal part, decimal whole) =>
        whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * part / whole, 1, MidpointRounding.AwayFromZero):0.#} %");

    /// <summary>So many hours.</summary>
    public static string Hours(decimal hours) => hours switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(hours * 60)} min"),
        < 48 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(hours, 1):0.#} h"),
        _ => $"{Grouped(Math.Round(hours / 24, 1))} days",
    };

    private static string Plural(string one) =>
        one.Length > 1 && one[^1] == 'y' && !"aeiou".Contains(one[^2], StringComparison.Ordinal) ? one[..^1] + "ies" : one + "s";
}
