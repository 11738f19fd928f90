namespace Warder.Pipelines.GitHub.Validation;

/// <summary>The five fields of a schedule.</summary>
internal static class CronSchedule
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly Field[] Fields =
    [
        new("minute", 0, 59, []),
        new("hour", 0, 23, []),
        new("day of the month", 1, 31, []),
        new("month", 1, 12, Months),
        new("day of the week", 0, 7, Days),
    ];

    /// <summary>Why a text is no schedule; null where it is one.</summary>
    public static string? Problem(string cron)
    {
        var text = cron.AsSpan().Trim();
        Span<Range> parts = stackalloc Range[7];
        var count = text.SplitAny(parts, " \t", StringSplitOptions.RemoveEmptyEntries);
        if (count != Fields.Length)
        {
            return $"'{cron.Trim()}' is no schedule: it needs five fields (minute, hour, day of the month, month, day of the week)";
        }

        for (var i = 0; i < Fields.Length; i++)
        {
            if (!IsList(text[parts[i]], Fields[i]))
            {
                return $"'{text[parts[i]]}' is no {Fields[i].Name} ({Fields[i].Minimum} to {Fields[i].Maximum})";
            }
        }

        return null;
    }

    private static bool IsList(ReadOnlySpan<char> text, Field field)
    {
        foreach (var range in text.Split(','))
        {
            if (!IsStepped(text[range], field))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsStepped(ReadOnlySpan<char> text, Field field)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return IsRange(text, field);
        }

        return int.TryParse(text[(slash + 1)..], out var step) && step > 0 && IsRange(text[..slash], field);
    }

    private static bool IsRange(ReadOnlySpan<char> text, Field field)
    {
        if (text is "*")
        {
            return true;
        }

        var dash = text.IndexOf('-');
        return dash < 0
            ? Value(text, field) >= 0
            : Value(text[..dash], field) is >= 0 and var first && Value(text[(dash + 1)..], field) >= first;
    }

    private static int Value(ReadOnlySpan<char> text, Field field)
    {
        for (var i = 0; i < field.Names.Length; i++)
        {
            if (text.Equals(field.Names[i], StringComparison.OrdinalIgnoreCase))
            {
                return field.Minimum + i;
            }
        }

        return text.Length is > 0 and <= 2 && int.TryParse(text, System.Globalization.NumberStyles.None, null, out var value)
            && value >= field.Minimum && value <= field.Maximum ? value : -1;
    }

    private sealed record Field(string Name, int Minimum, int Maximum, string[] Names);
}
