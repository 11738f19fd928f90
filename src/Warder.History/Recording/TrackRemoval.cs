namespace Warder.History.Recording;

/// <summary>Takes a whole track out of a history.</summary>
public static class TrackRemoval
{
    /// <summary>Removes a track; nothing where it is not there.</summary>
    public static void Remove(HistoryDatabase history, Track track) => history.Write(() =>
    {
        var id = TrackRows.Find(history.Sql, track);
        foreach (var statement in (string[])
        [
            "delete from warder_outbox where run_id in (select id from warder_run where track_id = @p0)",
            "delete from warder_event where run_id in (select id from warder_run where track_id = @p0)",
            "delete from warder_finding_span where finding_id in (select id from warder_finding where track_id = @p0)",
            "delete from warder_finding where track_id = @p0",
            "delete from warder_use_span where use_id in (select id from warder_use where track_id = @p0)",
            "delete from warder_use where track_id = @p0",
            "delete from warder_run where track_id = @p0",
            "delete from warder_track where id = @p0",
        ])
        {
            history.Sql.Run(statement, id);
        }
    });
}
