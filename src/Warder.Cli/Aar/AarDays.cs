using Warder.Cli.Rotation;
using Warder.Engine.Periods;
using Warder.Reports.Aar;

namespace Warder.Cli.Aar;

/// <summary>The days of a report.</summary>
/// <param name="Day">The day that it is of; it names the file and the quarter.</param>
/// <param name="From">The first day that it looks at.</param>
/// <param name="Last">The last day that it looks at.</param>
internal sealed record AarDays(DateOnly Day, DateOnly From, DateOnly Last)
{
    private const int DaysOfSprint = 14;

    /// <summary>Reads them; throws where one is none, or they are in the wrong order.</summary>
    /// <param name="kind">The kind of the report, which decides where the days begin when nobody says.</param>
    /// <param name="at">The day of the report; null for today.</param>
    /// <param name="since">The first day; null for the kind's own.</param>
    /// <param name="until">The last day; null for the day of the report.</param>
    public static AarDays Of(AarKind kind, string? at, string? since, string? until)
    {
        var day = DayOf("--at", at) ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var last = DayOf("--until", until) ?? day;
        var from = DayOf("--since", since) ?? (kind is AarKind.Sprint or AarKind.Incident
            ? DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - DaysOfSprint + 1))
            : Period.Of(PeriodKind.Quarter, last).From);
        return from <= last && last < DateOnly.MaxValue
            ? new AarDays(day, from, last)
            : throw new OutputError($"no day lies between {from:yyyy-MM-dd} and {last:yyyy-MM-dd}; --since must not be later than --until, or than --at where that is not given.");
    }

    private static DateOnly? DayOf(string option, string? text) => text is null
        ? null
        : Moment.Day(text) ?? throw new OutputError($"{option}: '{text}' is no day; write it like 2026-03-31.");
}
