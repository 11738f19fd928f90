using System.Globalization;

namespace Warder.Engine.Periods;

/// <summary>
/// A stretch of whole days of the calendar, in UTC: a clock that is put forward or back in some country moves no border of it.
/// </summary>
/// <param name="Kind">How long it is.</param>
/// <param name="From">Its first day.</param>
/// <param name="Before">The first day behind it.</param>
public readonly record struct Period(PeriodKind Kind, DateOnly From, DateOnly Before)
{
    private const int MonthsOfQuarter = 3;

    /// <summary>Its first moment.</summary>
    public DateTimeOffset Start => new(From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The first moment behind it.</summary>
    public DateTimeOffset End => new(Before.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>Its last day.</summary>
    public DateOnly Last => Before.AddDays(-1);

    /// <summary>The one that ends where this begins.</summary>
    public Period Previous => Of(Kind, From.AddDays(-1));

    /// <summary>The one that begins where this ends.</summary>
    public Period Next => Of(Kind, Before);

    /// <summary>
    /// What it is called: <c>2026-01-31</c>, <c>2026-W05</c> (the year is that of the week's Thursday, as in ISO 8601), <c>2026-01</c>,
    /// <c>2026-Q1</c>, <c>2026</c>.
    /// </summary>
    public string Label => Kind switch
    {
        PeriodKind.Day => Iso(From),
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(From)}-W{ISOWeek.GetWeekOfYear(From):00}"),
        PeriodKind.Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year:0000}-Q{QuarterOf(From)}"),
        _ => From.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>The period that a day lies in.</summary>
    public static Period Of(PeriodKind kind, DateOnly day)
    {
        var from = kind switch
        {
            PeriodKind.Day => day,
            PeriodKind.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            PeriodKind.Month => new DateOnly(day.Year, day.Month, 1),
            PeriodKind.Quarter => new DateOnly(day.Year, ((QuarterOf(day) - 1) * MonthsOfQuarter) + 1, 1),
            _ => new DateOnly(day.Year, 1, 1),
        };
        return new Period(kind, from, Behind(kind, from));
    }

    /// <summary>The period that a moment lies in.</summary>
    public static Period Of(PeriodKind kind, DateTimeOffset time) => Of(kind, DateOnly.FromDateTime(time.UtcDateTime));

    /// <summary>The quarter of a day, from 1.</summary>
    public static int QuarterOf(DateOnly day) => ((day.Month - 1) / MonthsOfQuarter) + 1;

    /// <summary>Whether a moment lies in it.</summary>
    public bool Contains(DateTimeOffset time) => time >= Start && time < End;

    /// <summary>The shorter periods that it is made of, in order; those that reach beyond it are cut.</summary>
    public IReadOnlyList<Period> Split(PeriodKind kind)
    {
        var parts = new List<Period>();
        for (var part = Of(kind, From); part.From < Before; part = part.Next)
        {
            parts.Add(part with { From = part.From < From ? From : part.From, Before = part.Before > Before ? Before : part.Before });
        }

        return parts;
    }

    private static DateOnly Behind(PeriodKind kind, DateOnly from) => kind switch
    {
        PeriodKind.Day => from.AddDays(1),
        PeriodKind.Week => from.AddDays(7),
        PeriodKind.Month => from.AddMonths(1),
        PeriodKind.Quarter => from.AddMonths(MonthsOfQuarter),
        _ => from.AddYears(1),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
