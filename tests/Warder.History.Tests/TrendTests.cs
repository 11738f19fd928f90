using Warder.Engine.Findings;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.History.Tests;

public sealed class TrendTests
{
    [Fact]
    public void A_trend_counts_what_came_and_went_and_how_soon_it_was_answered()
    {
        using var file = new HistoryFile();
        var recorder = new RunRecorder(file.Database, Runs.Main);
        var start = new DateTimeOffset(2026, 1, 31, 23, 0, 0, TimeSpan.Zero);
        recorder.Record(At(1, start, Runs.Finding("quick"), Runs.Finding("slow"), Runs.Finding("stays", severity: Severity.Critical)));
        recorder.Record(At(2, start.AddHours(2), Runs.Finding("slow"), Runs.Finding("stays", severity: Severity.Critical)));
        recorder.Record(At(3, start.AddDays(40), Runs.Finding("stays", severity: Severity.Critical, isAccepted: true)));
        var periods = TrendReader.Of(new HistoryReader(file.Database), file.Database, Runs.Main, new RunFilter(), PeriodKind.Month, ResponseTimes.Default);
        periods.Select(p => (p.Period.From.Month, p.Runs, p.Flow.New, p.Flow.Fixed, p.Flow.FixedInTime, p.Flow.Accepted)).ShouldBe([(1, 1, 3, 0, 0, 0), (2, 1, 0, 1, 1, 0), (3, 1, 0, 1, 0, 1)]);
        periods[1].Flow.MedianToFix.ShouldBe(TimeSpan.FromHours(2));
        periods[1].AtEnd!.Open.ShouldBe(2);
    }

    [Fact]
    public void A_clock_that_was_set_back_breaks_no_trend()
    {
        using var file = new HistoryFile();
        var recorder = new RunRecorder(file.Database, Runs.Main);
        recorder.Record(At(1, Runs.Start, Runs.Finding("x")));
        recorder.Record(At(2, Runs.Start.AddYears(-1)));
        recorder.Record(At(3, Runs.Start.AddDays(1)));
        var periods = TrendReader.Of(new HistoryReader(file.Database), file.Database, Runs.Main, new RunFilter(), PeriodKind.Quarter, ResponseTimes.Default);
        periods.Sum(p => p.Runs).ShouldBe(3);
        periods.Sum(p => p.Flow.Fixed).ShouldBe(1);
        periods.Single(p => p.Flow.Fixed == 1).Flow.MedianToFix.ShouldBe(TimeSpan.Zero);
    }

    private static RunFacts At(int number, DateTimeOffset time, params SeenFinding[] findings) => Runs.Of(number, findings) with { Time = time };
}
