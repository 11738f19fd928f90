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

    /// <summary>Everything that happened in a track, in the order of its runs; within one by finding, and of one finding as it happens.</summary>
    public static List<TrackEvent> Of(Sql sql, long track)
    {
        var rows = sql.Rows(
            """
            select e.finding_id, f.rule, f.severity, e.kind, r.started_at, r.seq from warder_event e
            join warder_run r on r.id = e.run_id join warder_finding f on f.id = e.finding_id
            where r.track_id = @p0
            """,
            reader => (
                Finding: reader.GetInt64(0),
                Rule: reader.GetString(1),
                Severity: (Severity)reader.GetInt64(2),
                Kind: Words.EventOf(reader.GetString(3)),
                Time: DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
                Seq: reader.GetInt64(5)),
            track);

        // No database promises an order that it is not asked for, and two of them sort words in two ways.
        var opened = new Dictionary<long, DateTimeOffset>();
        var events = new List<TrackEvent>(rows.Count);
        foreach (var row in rows.OrderBy(r => r.Seq).ThenBy(r => r.Finding).ThenBy(r => r.Kind))
        {
            if (row.Kind is FindingEventKind.New or FindingEventKind.Reopened)
            {
                opened[row.Finding] = row.Time;
            }

            events.Add(new TrackEvent(row.Finding, row.Rule, row.Severity, row.Kind, row.Time, opened.GetValueOrDefault(row.Finding, row.Time)));
        }

        return events;
    }
}
