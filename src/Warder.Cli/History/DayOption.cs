using System.Globalization;

namespace Warder.Cli.History;

/// <summary>Reads a time that the user writes as a date, a date with a time, or so many days ago: <c>90d</c>.</summary>
internal static class DayOption
{
    private const int MostDays = 36_500;

    public static DateTimeOffset Read(string text, string option, DateTimeOffset now)
    {
        if (text.EndsWith('d') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays)
        {
            return now.AddDays(-days);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw new OutputError($"{option} '{text}' is no time; write it like 2026-01-31 or 90d.");
    }
}
