using Warder.Engine.Findings;
using Warder.History.Recording;
using Warder.History.Store;

namespace Warder.History.Reading;

/// <summary>What a run of a track changed about a finding.</summary>
/// <param name="Finding">The finding's number.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Kind">What changed.</param>
/// <param name="Time">When the run was.</param>
/// <param name="Opened">The last time before that it was opened, or this time where it is opened now.</param>
internal readonly record struct TrackEvent(long Finding, string Rule, Severity Severity, FindingEventKind Kind, DateTimeOffset Time, DateTimeOffset Opened)
{
    /// <summary>How long it was open. A clock that was set back makes no answer quicker than at once.</summary>
    public TimeSpan Took => Time > Opened ? Time - Opened : TimeSpan.Zero;

    /// <summary>Everything that happened in a track, in the order of its runs.</summary>
    public static List<TrackEvent> Of(Sql sql, long track)
    {
        var opened = new Dictionary<long, DateTimeOffset>();
        return sql.Rows(
            """
            select e.finding_id, f.rule, f.severity, e.kind, r.started_at from warder_event e
            join warder_run r on r.id = e.run_id join warder_finding f on f.id = e.finding_id
            where r.track_id = @p0 order by r.seq
            """,
            reader =>
            {
                var (finding, kind, time) = (reader.GetInt64(0), Words.EventOf(reader.GetString(3)), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)));
                if (kind is FindingEventKind.New or FindingEventKind.Reopened)
                {
                    opened[finding] = time;
                }

                return new TrackEvent(finding, reader.GetString(1), (Severity)reader.GetInt64(2), kind, time, opened.GetValueOrDefault(finding, time));
            },
            track);
    }
}
