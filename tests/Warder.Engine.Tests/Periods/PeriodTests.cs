using System.Globalization;
using CsCheck;
using Warder.Engine.Periods;

namespace Warder.Engine.Tests.Periods;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2028-02-29", PeriodKind.Day, "2028-02-29", "2028-03-01", "2028-02-29")]
    [InlineData("2028-02-29", PeriodKind.Month, "2028-02-01", "2028-03-01", "2028-02")]
    [InlineData("2027-02-28", PeriodKind.Month, "2027-02-01", "2027-03-01", "2027-02")]
    [InlineData("2026-12-31", PeriodKind.Month, "2026-12-01", "2027-01-01", "2026-12")]
    [InlineData("2026-12-31", PeriodKind.Quarter, "2026-10-01", "2027-01-01", "2026-Q4")]
    [InlineData("2026-04-01", PeriodKind.Quarter, "2026-04-01", "2026-07-01", "2026-Q2")]
    [InlineData("2026-01-01", PeriodKind.Week, "2025-12-29", "2026-01-05", "2026-W01")]
    [InlineData("2027-01-03", PeriodKind.Week, "2026-12-28", "2027-01-04", "2026-W53")]
    [InlineData("2026-03-29", PeriodKind.Week, "2026-03-23", "2026-03-30", "2026-W13")]
    [InlineData("2026-03-30", PeriodKind.Week, "2026-03-30", "2026-04-06", "2026-W14")]
    [InlineData("2028-07-01", PeriodKind.Year, "2028-01-01", "2029-01-01", "2028")]
    public void Periods_begin_and_end_where_calendars_say(string day, PeriodKind kind, string from, string before, string label)
    {
        var period = Period.Of(kind, Day(day));
        (period.From, period.Before, period.Label).ShouldBe((Day(from), Day(before), label));
    }

    [Fact]
    public void A_day_of_daylight_saving_is_as_long_as_any_other()
    {
        // In Berlin the clock was put forward on this day, and 22:30 UTC of the day before is already this day there.
        var period = Period.Of(PeriodKind.Day, new DateTimeOffset(2026, 3, 29, 0, 30, 0, TimeSpan.FromHours(1)));
        period.Label.ShouldBe("2026-03-28");
        (period.End - period.Start).ShouldBe(TimeSpan.FromHours(24));
        (period.Next.End - period.Next.Start).ShouldBe(TimeSpan.FromHours(24));
        period.Next.Contains(new DateTimeOffset(2026, 3, 30, 1, 59, 59, TimeSpan.FromHours(2))).ShouldBeTrue();
        period.Next.Contains(new DateTimeOffset(2026, 3, 30, 2, 0, 0, TimeSpan.FromHours(2))).ShouldBeFalse();
    }

    [Fact]
    public void Periods_follow_each_other_without_a_gap() => Gen.Select(Gen.Int[0, 900_000], Gen.Enum<PeriodKind>()).Sample((number, kind) =>
    {
        var day = DateOnly.FromDayNumber(number + 1_000);
        var period = Period.Of(kind, day);
        (day >= period.From && day < period.Before).ShouldBeTrue();
        period.Next.Previous.ShouldBe(period);
        period.Previous.Before.ShouldBe(period.From);
        Period.Of(kind, period.From).ShouldBe(period);
        Period.Of(kind, period.Last).ShouldBe(period);
    });

    [Fact]
    public void A_quarter_splits_into_weeks_that_are_cut_at_its_ends()
    {
        var weeks = Period.Of(PeriodKind.Quarter, Day("2026-05-05")).Split(PeriodKind.Week);
        weeks.Count.ShouldBe(14);
        weeks[0].Label.ShouldBe("2026-W14");
        weeks[^1].Label.ShouldBe("2026-W27");
        (weeks[0].From, weeks[^1].Before).ShouldBe((Day("2026-04-01"), Day("2026-07-01")));
        weeks.Zip(weeks.Skip(1)).ShouldAllBe(p => p.First.Before == p.Second.From);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
