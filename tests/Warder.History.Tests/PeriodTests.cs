using Warder.Engine.Findings;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.History.Tests;

public sealed class PeriodTests
{
    private static readonly DateTimeOffset January = new(2028, 1, 31, 23, 59, 59, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_month_is_told_from_its_end_whatever_happened_since()
    {
        using var file = Recorded();
        var facts = PeriodReader.Of(file.Database, Runs.Main, Period.Of(PeriodKind.Month, new DateOnly(2028, 2, 29)), ResponseTimes.Default, Later);
        (facts.Runs, facts.Before!.Open, facts.AtEnd!.Open, facts.Last).ShouldBe((2, 2, 2, (DateTimeOffset?)new DateTimeOffset(2028, 2, 29, 23, 59, 59, TimeSpan.Zero)));
        (facts.Flow.New, facts.Flow.Fixed, facts.Flow.FixedInTime, facts.Flow.Reopened, facts.Flow.ViolationsCome, facts.Flow.ViolationsFixed).ShouldBe((1, 1, 1, 0, 1, 1));
        facts.Flow.MedianToFix.ShouldBe(TimeSpan.FromSeconds(1));
        (facts.FlowBefore.New, facts.FlowBefore.Fixed).ShouldBe((2, 0));

        // The one that was fixed and came again in March was open all of February, since January.
        facts.Present.Select(f => (f.Fingerprint, f.Opened, f.IsOverdueAt(facts.AsOf))).ShouldBe([("late@a.yml", new DateTimeOffset(2028, 2, 29, 23, 59, 59, TimeSpan.Zero), false), ("stays@a.yml", January, true)]);
        facts.Come.Select(f => (f.Fingerprint, f.IsAgain)).ShouldBe([("late@a.yml", false)]);
        facts.Gone.Select(f => (f.Fingerprint, f.Fixed)).ShouldBe([("quick@a.yml", new DateTimeOffset(2028, 2, 1, 0, 0, 0, TimeSpan.Zero))]);
        facts.Rules.Select(r => (r.Rule, r.OpenBefore, r.Open, r.Overdue, r.Flow.Fixed)).ShouldBe([("prohibited-token", 2, 2, 1, 1)]);
        facts.Points.Count.ShouldBe(29);
        (facts.Points[0].Runs, facts.Points[^1].Runs, facts.Points[0].Flow.Fixed, facts.Points[^1].Flow.New).ShouldBe((1, 1, 1, 1));
    }

    [Fact]
    public void Uses_that_came_and_went_are_counted_by_token()
    {
        using var file = Recorded();
        var tokens = PeriodReader.Of(file.Database, Runs.Main, Period.Of(PeriodKind.Month, new DateOnly(2028, 2, 1)), ResponseTimes.Default, Later).Tokens;
        tokens.Select(t => (t.Token, t.UsesBefore, t.Uses, t.Come, t.Gone, string.Join(' ', t.Files))).ShouldBe([("A", 1, 1, 1, 1, "b.yml"), ("B", 1, 0, 0, 1, ""), ("C", 0, 1, 1, 0, "a.yml")]);
    }

    [Fact]
    public void A_quarter_adds_up_to_its_months()
    {
        using var file = Recorded();
        var quarter = PeriodReader.Of(file.Database, Runs.Main, Period.Of(PeriodKind.Quarter, new DateOnly(2028, 3, 31)), ResponseTimes.Default, Later);
        var months = Enumerable.Range(1, 3).Select(m => PeriodReader.Of(file.Database, Runs.Main, Period.Of(PeriodKind.Month, new DateOnly(2028, m, 1)), ResponseTimes.Default, Later)).ToList();
        quarter.Runs.ShouldBe(months.Sum(m => m.Runs));
        (quarter.Flow.New, quarter.Flow.Fixed, quarter.Flow.Reopened).ShouldBe((months.Sum(m => m.Flow.New), months.Sum(m => m.Flow.Fixed), months.Sum(m => m.Flow.Reopened)));
        quarter.Points.Sum(p => p.Flow.New).ShouldBe(quarter.Flow.New);
        quarter.Points.Sum(p => p.Runs).ShouldBe(quarter.Runs);
        quarter.Come.Single(f => f.Fingerprint == "stays@a.yml").IsAgain.ShouldBeFalse();
    }

    [Fact]
    public void What_lies_ahead_is_not_known()
    {
        using var file = Recorded();
        var now = new DateTimeOffset(2028, 2, 10, 12, 0, 0, TimeSpan.Zero);
        var facts = PeriodReader.Of(file.Database, Runs.Main, Period.Of(PeriodKind.Year, new DateOnly(2028, 5, 5)), ResponseTimes.Default, now);
        facts.AsOf.ShouldBe(now);
        facts.Points.Select(p => p.AtEnd is null).ShouldBe([false, false, .. Enumerable.Repeat(true, 10)]);
    }

    [Fact]
    public void A_period_before_the_first_run_knows_nothing()
    {
        using var file = Recorded();
        var facts = PeriodReader.Of(file.Database, Runs.Main, Period.Of(PeriodKind.Week, new DateOnly(2027, 5, 5)), ResponseTimes.Default, Later);
        (facts.Runs, facts.AtEnd, facts.Before, facts.Last, facts.MedianDuration).ShouldBe((0, null, null, null, null));
        facts.Present.ShouldBeEmpty();
        facts.Points.Count.ShouldBe(7);
    }

    [Fact]
    public void A_clock_that_was_set_back_loses_no_run()
    {
        using var file = new HistoryFile();
        var recorder = new RunRecorder(file.Database, Runs.Main);
        recorder.Record(At(1, January, ["A@a.yml"], Runs.Finding("x")));
        recorder.Record(At(2, January.AddDays(-40), ["A@a.yml"]));
        recorder.Record(At(3, January.AddDays(1), ["A@a.yml"], Runs.Finding("y")));
        var all = Enumerable.Range(0, 4).Select(m => PeriodReader.Of(file.Database, Runs.Main, Period.Of(PeriodKind.Month, new DateOnly(2027, 12, 1).AddMonths(m)), ResponseTimes.Default, Later)).ToList();
        all.Sum(f => f.Runs).ShouldBe(3);
        all.Sum(f => f.Flow.New).ShouldBe(2);
        all.Sum(f => f.Flow.Fixed).ShouldBe(1);
        all.SelectMany(f => f.Gone).ShouldAllBe(f => f.Fixed!.Value.Year == 2027);
    }

    private static HistoryFile Recorded()
    {
        var file = new HistoryFile();
        var recorder = new RunRecorder(file.Database, Runs.Main);
        recorder.Record(At(1, January, ["A@a.yml", "B@a.yml"], Runs.Finding("quick"), Runs.Finding("stays")));
        recorder.Record(At(2, January.AddSeconds(1), ["A@b.yml"], Runs.Finding("stays")));
        recorder.Record(At(3, January.AddDays(29), ["A@b.yml", "C@a.yml"], Runs.Finding("stays"), Runs.Finding("late")));
        recorder.Record(At(4, January.AddDays(31), ["A@b.yml"]));
        recorder.Record(At(5, January.AddDays(32), ["A@b.yml"], Runs.Finding("stays")));
        return file;
    }

    private static RunFacts At(int number, DateTimeOffset time, string[] uses, params SeenFinding[] findings) =>
        Runs.Of(number, findings) with { Time = time, Uses = [.. uses.Select(u => Runs.Use(u.Split('@')[0], u.Split('@')[1]))] };
}
