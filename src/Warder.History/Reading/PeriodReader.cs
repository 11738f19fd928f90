using Warder.Engine.Findings;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>Tells what a history knows of one period of a track.</summary>
public static class PeriodReader
{
    private const int DaysBeforeADay = 13;

    /// <summary>Reads it.</summary>
    /// <param name="history">The history.</param>
    /// <param name="track">The track.</param>
    /// <param name="period">The period; what of it lies ahead is not known.</param>
    /// <param name="times">The policy's response times.</param>
    /// <param name="now">The time of today.</param>
    public static PeriodFacts Of(HistoryDatabase history, Track track, Period period, ResponseTimes times, DateTimeOffset now)
    {
        var reader = new HistoryReader(history);
        var runs = TrendReader.RunsOf(reader, track, new RunFilter(Before: period.End));
        var events = history.Read(sql => TrackEvent.Of(sql, TrackRows.Find(sql, track)));
        var inside = runs.FindAll(r => r.Time >= period.Start);
        var before = runs.FindLast(r => r.Time < period.Start);
        var last = runs.Count > 0 ? runs[^1] : null;
        var present = last is null ? [] : reader.FindingsAt(last);
        var presentBefore = before is null ? [] : reader.FindingsAt(before);
        var asOf = now < period.End ? now : period.End;
        var later = reader.Runs(new RunFilter(track.Repository, track.Branch, track.Kind, From: period.End), limit: 1);
        var scene = new PeriodScene(period, asOf, times, events, reader.AllFindings(track), isLatest: later.Count == 0);
        var findings = scene.Present(present);
        return new PeriodFacts
        {
            Period = period,
            Repository = track.Repository,
            Branch = track.Branch,
            IsOfCommits = track.Kind == TrackKind.Commits,
            AsOf = asOf,
            Runs = inside.Count,
            RunsWithDiagnostics = inside.Count(r => r.Counts.Diagnostics > 0),
            First = inside.Count > 0 ? inside[0].Time : null,
            Last = last?.Time,
            Commit = last?.Commit,
            MedianDuration = Middle.Of([.. inside.Select(r => r.Duration)]),
            SlowestDuration = inside.Count > 0 ? inside.Max(r => r.Duration) : null,
            Before = before?.Counts,
            AtEnd = last?.Counts,
            Flow = scene.FlowIn(period),
            FlowBefore = scene.FlowIn(period.Previous),
            Points = TrendReader.Of(PartsOf(period), runs, events, now, times),
            Present = findings,
            Come = scene.Come(),
            Gone = scene.Gone(),
            Rules = scene.Rules(presentBefore, findings),
            Tokens = TokenFlows.Of(
                before is null ? [] : reader.UsesAt(before),
                inside.Count == 0 ? [] : reader.UsesBetween(inside.MinBy(r => r.Seq)!, inside.MaxBy(r => r.Seq)!),
                last is null ? [] : reader.UsesAt(last)),
        };
    }

    /// <summary>A day alone makes no picture: it is shown with those before it.</summary>
    private static IReadOnlyList<Period> PartsOf(Period period) => period.Kind switch
    {
        PeriodKind.Day => (period with { From = period.From.AddDays(-DaysBeforeADay) }).Split(PeriodKind.Day),
        PeriodKind.Week or PeriodKind.Month => period.Split(PeriodKind.Day),
        PeriodKind.Quarter => period.Split(PeriodKind.Week),
        _ => period.Split(PeriodKind.Month),
    };
}
