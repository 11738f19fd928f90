using Warder.Engine.Auditing;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>Tells how a track went, period by period.</summary>
public static class TrendReader
{
    /// <summary>The periods from that of the first run to that of the last, oldest first.</summary>
    public static IReadOnlyList<PeriodPoint> Of(HistoryReader reader, HistoryDatabase history, Track track, RunFilter filter, PeriodKind step, ResponseTimes times)
    {
        var runs = RunsOf(reader, track, filter);
        if (runs.Count == 0)
        {
            return [];
        }

        var periods = new List<Period>();
        for (var period = Period.Of(step, runs[0].Time); period.Start <= runs[^1].Time; period = period.Next)
        {
            periods.Add(period);
        }

        var events = history.Read(sql => TrackEvent.Of(sql, TrackRows.Find(sql, track)));
        events.RemoveAll(e => e.Time >= filter.Before || e.Time < filter.From);
        return Of(periods, runs, events, runs[^1].Time, times);
    }

    /// <summary>The runs of a track in the order of their times.</summary>
    internal static List<RunSummary> RunsOf(HistoryReader reader, Track track, RunFilter filter) =>
        [.. reader.Runs(filter with { Repository = track.Repository, Branch = track.Branch, Kind = track.Kind }).OrderBy(r => r.Time).ThenBy(r => r.Seq)];

    /// <summary>How it went in periods that follow each other.</summary>
    /// <param name="periods">The periods, in order.</param>
    /// <param name="runs">The runs, in the order of their times; those before the periods too.</param>
    /// <param name="events">What happened in the track.</param>
    /// <param name="now">What lies behind it is not known.</param>
    /// <param name="times">The policy's response times.</param>
    internal static List<PeriodPoint> Of(IReadOnlyList<Period> periods, List<RunSummary> runs, List<TrackEvent> events, DateTimeOffset now, ResponseTimes times)
    {
        var tallies = periods.Select(_ => new FlowTally(times)).ToList();
        foreach (var happened in events)
        {
            if (IndexOf(periods, happened.Time) is var index and >= 0)
            {
                tallies[index].Add(happened);
            }
        }

        var points = new List<PeriodPoint>(periods.Count);
        RunCounts? last = null;
        var at = 0;
        foreach (var (period, tally) in periods.Zip(tallies))
        {
            var count = 0;
            var duration = TimeSpan.Zero;
            for (; at < runs.Count && runs[at].Time < period.End; at++)
            {
                last = runs[at].Counts;
                if (runs[at].Time >= period.Start)
                {
                    count++;
                    duration += runs[at].Duration;
                }
            }

            points.Add(new PeriodPoint(period, count, count == 0 ? TimeSpan.Zero : duration / count, period.Start <= now ? last : null, tally.Counts));
        }

        return points;
    }

    private static int IndexOf(IReadOnlyList<Period> periods, DateTimeOffset time)
    {
        var (low, high) = (0, periods.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (periods[middle].Contains(time))
            {
                return middle;
            }

            (low, high) = time < periods[middle].Start ? (low, middle - 1) : (middle + 1, high);
        }

        return -1;
    }
}
