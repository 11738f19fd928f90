using Warder.Engine.Findings;
using Warder.Engine.Policy;
using Warder.History.Recording;
using Warder.History.Store;

namespace Warder.History.Reading;

/// <summary>Tells how a track went, period by period.</summary>
public static class TrendReader
{
    /// <summary>The periods from that of the first run to that of the last, oldest first.</summary>
    public static IReadOnlyList<TrendPeriod> Of(HistoryReader reader, HistoryDatabase history, Track track, RunFilter filter, TrendStep step, ResponseTimes times)
    {
        var runs = reader.Runs(filter with { Repository = track.Repository, Branch = track.Branch, Kind = track.Kind }).OrderBy(r => r.Time).ThenBy(r => r.Seq).ToList();
        if (runs.Count == 0)
        {
            return [];
        }

        var periods = new List<TrendPeriod>();
        RunCounts? last = null;
        var at = 0;
        for (var from = Begin(Day(runs[0].Time), step); from <= Day(runs[^1].Time); from = Next(from, step))
        {
            var before = Next(from, step);
            var first = at;
            while (at < runs.Count && Day(runs[at].Time) < before)
            {
                last = runs[at++].Counts;
            }

            var mean = at == first ? TimeSpan.Zero : TimeSpan.FromMilliseconds(runs.GetRange(first, at - first).Average(r => r.Duration.TotalMilliseconds));
            periods.Add(new TrendPeriod { From = from, Before = before, Runs = at - first, AtEnd = last, MeanDuration = mean });
        }

        Count(periods, step, history, track, times);
        return periods;
    }

    /// <summary>The first day of the period that a day lies in.</summary>
    public static DateOnly Begin(DateOnly day, TrendStep step) => step switch
    {
        TrendStep.Day => day,
        TrendStep.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        TrendStep.Month => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
    };

    /// <summary>The first day of the next period.</summary>
    public static DateOnly Next(DateOnly begin, TrendStep step) => step switch
    {
        TrendStep.Day => begin.AddDays(1),
        TrendStep.Week => begin.AddDays(7),
        TrendStep.Month => begin.AddMonths(1),
        _ => begin.AddMonths(3),
    };

    private static void Count(List<TrendPeriod> periods, TrendStep step, HistoryDatabase history, Track track, ResponseTimes times)
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

            if (!byBegin.TryGetValue(Begin(Day(time), step), out var at))
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

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
