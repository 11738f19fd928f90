using System.Globalization;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry;

/// <summary>Reads typed values of an entry; what has the wrong type is a problem and no value.</summary>
internal static class FieldValues
{
    private const int MaxDays = 36_500;

    /// <summary>A day as <c>2026-03-31</c>, alone or in front of a time; <c>never</c> is no day and no problem.</summary>
    public static DateOnly? Date(RegistryDraft draft, YamlEntry entry, string field)
    {
        if (draft.Text(entry, field) is not { } text || string.Equals(text, "never", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (TryDate(text, out var date))
        {
            return date;
        }

        draft.Invalid(entry.Value.Span, $"`{field}` must be a day written as year-month-day", "Write it like `2026-03-31`");
        return null;
    }

    public static bool TryDate(string text, out DateOnly date)
    {
        var day = text.Length > 10 && text[10] is 'T' or 't' or ' ' ? text.AsSpan(0, 10) : text;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>A number of days: <c>90</c>, <c>90d</c>, <c>90 days</c>.</summary>
    public static int? Days(RegistryDraft draft, YamlEntry entry, string field)
    {
        if (draft.Text(entry, field) is not { } text)
        {
            return null;
        }

        if (TryDays(text, out var days))
        {
            return days;
        }

        draft.Invalid(entry.Value.Span, $"`{field}` must be a positive number of days", "Write it like `90`");
        return null;
    }

    public static bool TryDays(string text, out int days)
    {
        var number = text.AsSpan().Trim();
        foreach (var unit in (ReadOnlySpan<string>)["days", "day", "d"])
        {
            if (number.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                number = number[..^unit.Length].TrimEnd();
                break;
            }
        }

        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is > 0 and <= MaxDays;
    }

    /// <summary>Yes or no.</summary>
    public static bool Flag(RegistryDraft draft, YamlEntry entry, string field)
    {
        switch (draft.Text(entry, field)?.ToLowerInvariant())
        {
            case "true" or "yes" or "on":
                return true;
            case "false" or "no" or "off" or null:
                return false;
            default:
                draft.Invalid(entry.Value.Span, $"`{field}` must be `true` or `false`");
                return false;
        }
    }

    /// <summary>The level of risk.</summary>
    public static RiskLevel? Risk(RegistryDraft draft, YamlEntry entry)
    {
        if (draft.Text(entry, "risk") is not { } text)
        {
            return null;
        }

        var level = Array.IndexOf(RegistryKeys.Risks, text.ToLowerInvariant());
        if (level >= 0)
        {
            return (RiskLevel)level;
        }

        draft.Invalid(entry.Value.Span, "`risk` must be `low`, `medium`, `high` or `critical`", DidYouMean(text, RegistryKeys.Risks));
        return null;
    }

    /// <summary>A hint that names the nearest known word; null where none is near.</summary>
    public static string? DidYouMean(string text, IEnumerable<string> known) =>
        Spelling.Nearest(text, known) is { } near ? $"Did you mean `{near}`?" : null;
}
