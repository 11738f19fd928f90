using Warder.Engine.Findings;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.History.Recording;
using Warder.History.Store;

namespace Warder.History.Reading;

/// <summary>Tells how a track went, period by period.</summary>
public static class TrendReader
{
    /// <summary>The periods from that of the first run to that of the last, oldest first.</summary>
    public static IReadOnlyList<TrendPeriod> Of(HistoryReader reader, HistoryDatabase history, Track track, RunFilter filter, PeriodKind step, ResponseTimes times)
    {
        var runs = reader.Runs(filter with { Repository = track.Repository, Branch = track.Branch, Kind = track.Kind }).OrderBy(r => r.Time).ThenBy(r => r.Seq).ToList();
        if (runs.Count == 0)
        {
            return [];
        }

        var periods = new List<TrendPeriod>();
        RunCounts? last = null;
        var at = 0;
        for (var period = Period.Of(step, runs[0].Time); period.Start <= runs[^1].Time; period = period.Next)
        {
            var first = at;
            while (at < runs.Count && runs[at].Time < period.End)
            {
                last = runs[at++].Counts;
            }

            var mean = at == first ? TimeSpan.Zero : TimeSpan.FromMilliseconds(runs.GetRange(first, at - first).Average(r => r.Duration.TotalMilliseconds));
            periods.Add(new TrendPeriod { From = period.From, Before = period.Before, Runs = at - first, AtEnd = last, MeanDuration = mean });
        }

        Count(periods, step, history, track, times);
        return periods;
    }

    private static void Count(List<TrendPeriod> periods, PeriodKind step, HistoryDatabase history, Track track, ResponseTimes times)
    {
        var events = history.Read(sql => sql.Rows(
            """
            select e.finding_id, e.kind, f.severity, r.started_at from warder_event e
            join warder_run r on r.id = e.run_id join warder_finding f on f.id = e.finding_id
            where r.track_id = @p0 order by r.seq
            """,
            r => (Finding: r.GetInt64(0), Kind: Words.EventOf(r.GetString(1)), Severity: (Severity)r.GetInt64(2), Time: DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(3))),
            TrackRows.Find(sql, track)));
        var opened = new Dictionary<long, DateTimeOffset>();
        var byBegin = periods.ToDictionary(p => p.From, p => (Period: p, Fixes: new List<TimeSpan>()));
        foreach (var (finding, kind, severity, time) in events)
        {
            if (kind is FindingEventKind.New or FindingEventKind.Reopened)
            {
                opened[finding] = time;
            }

            if (!byBegin.TryGetValue(Period.Of(step, time).From, out var at))
            {
                continue;
            }

            var period = at.Period;
            period.New += kind == FindingEventKind.New ? 1 : 0;
            period.Reopened += kind == FindingEventKind.Reopened ? 1 : 0;
            period.Accepted += kind == FindingEventKind.Accepted ? 1 : 0;
            if (kind == FindingEventKind.Fixed)
            {
                // A clock that was set back must not make an answer quicker than at once.
                var took = opened.TryGetValue(finding, out var since) && time > since ? time - since : TimeSpan.Zero;
                period.Fixed++;
                period.InTime += took <= times.For(severity) ? 1 : 0;
                at.Fixes.Add(took);
            }
        }

        foreach (var (period, took) in byBegin.Values.Where(p => p.Fixes.Count > 0))
        {
            took.Sort();
            period.MedianToFix = took.Count % 2 == 1 ? took[took.Count / 2] : (took[(took.Count / 2) - 1] + took[took.Count / 2]) / 2;
        }
    }
}
