using Warder.History.Store;

namespace Warder.History.Recording;

/// <summary>Entries that were committed with their runs and wait for the log: a process that ends in between loses none of them.</summary>
public static class Outbox
{
    /// <summary>What waits for a log, oldest first.</summary>
    public static IReadOnlyList<(long Run, string Key, string Entry)> Waiting(HistoryDatabase history, string log) => history.Read(sql => sql.Rows(
        "select o.run_id, r.run_key, o.entry from warder_outbox o join warder_run r on r.id = o.run_id where o.log = @p0 order by o.run_id",
        reader => (reader.GetInt64(0), reader.GetString(1), reader.GetString(2)),
        log));

    /// <summary>Takes away what the log has.</summary>
    public static void Remove(HistoryDatabase history, IReadOnlyList<long> runs) => history.Write(() =>
    {
        foreach (var run in runs)
        {
            history.Sql.Run("delete from warder_outbox where run_id = @p0", run);
        }
    });

    internal static void Put(Sql sql, string log, Track track, RunFacts run, RecordedRun recorded) =>
        sql.Run("insert into warder_outbox (run_id, log, entry) values (@p0, @p1, @p2)", recorded.Id, log, RunEntry.Of(track, run, recorded));
}
