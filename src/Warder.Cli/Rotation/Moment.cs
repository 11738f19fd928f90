using System.Globalization;

namespace Warder.Cli.Rotation;

/// <summary>A day or a moment as people type it.</summary>
internal static class Moment
{
    // Nobody means a day outside of these years; at the ends of the calendar there is no day before or behind.
    private const int FirstYear = 1900;
    private const int LastYear = 9000;
    private static readonly string[] Days = ["yyyy-MM-dd"];
    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK"];

    /// <summary>A day: <c>2026-03-31</c>; null where it is none.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear ? day : null;

    /// <summary>A moment; one without a zone is UTC, a day alone its first moment. Null where it is none.</summary>
    public static DateTimeOffset? Time(string text) =>
        Day(text) is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
        : null;

    /// <summary>Days as <c>90</c> or <c>90d</c>; null where it is no number from 1 to 36,500.</summary>
    public static int? Lifetime(string text) =>
        int.TryParse(text.EndsWith('d') ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 36_500 ? days : null;

    /// <summary>Says on standard error that an option has no such value.</summary>
    public static int Refuse(string option, string text, string example)
    {
        Console.Error.WriteLine($"warder: {option}: '{text}' is not understood; write it like {example}.");
        return ExitStatus.CouldNotWork;
    }
}
