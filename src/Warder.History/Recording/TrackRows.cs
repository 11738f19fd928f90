using Warder.Engine.Findings;
using Warder.History.Store;

namespace Warder.History.Recording;

/// <summary>Finds a track, or makes it, and reads what it holds.</summary>
internal static class TrackRows
{
    /// <summary>The number of a track; 0 where there is none.</summary>
    public static long Find(Sql sql, Track track) => sql.Number(
        "select id from warder_track where repository = @p0 and branch = @p1 and kind = @p2", track.Repository, track.Branch, Words.Of(track.Kind));

    /// <summary>The number of a track, which is made where there is none.</summary>
    public static long FindOrAdd(Sql sql, Track track)
    {
        if (Find(sql, track) is > 0 and var found)
        {
            return found;
        }

        var id = sql.Number("select max(id) from warder_track") + 1;
        sql.Run("insert into warder_track (id, repository, branch, kind) values (@p0, @p1, @p2, @p3)", id, track.Repository, track.Branch, Words.Of(track.Kind));
        return id;
    }

    /// <summary>The place of the last run of a track.</summary>
    public static long LastSeq(Sql sql, long track) => sql.Number("select max(seq) from warder_run where track_id = @p0", track);

    /// <summary>Reads all of a track.</summary>
    public static void Load(Sql sql, long track, TrackState state)
    {
        state.Seq = LastSeq(sql, track);
        var findings = sql.Rows(
            "select id, fingerprint, context_hash, rule, path, place, severity, message, state, opened_at, state_at, fixes from warder_finding where track_id = @p0",
            reader =>
            {
                var row = new Columns(reader);
                return new FindingRow
                {
                    Id = row.Long(),
                    Fingerprint = row.Text(),
                    ContextHash = row.Text(),
                    Rule = row.Text(),
                    Path = row.Text(),
                    Line = row.Int(),
                    Severity = (Severity)row.Int(),
                    Message = row.Text(),
                    State = Words.StateOf(row.Text()),
                    OpenedAt = row.Long(),
                    StateAt = row.Long(),
                    Fixes = row.Long(),
                };
            },
            track);
        findings.ForEach(state.Load);
        var uses = sql.Rows(
            "select u.identity, u.id, u.path, s.from_seq from warder_use u left join warder_use_span s on s.use_id = u.id and s.to_seq is null where u.track_id = @p0",
            reader => (Identity: reader.GetString(0), Id: reader.GetInt64(1), Path: reader.GetString(2), IsOpen: !reader.IsDBNull(3)),
            track);
        uses.ForEach(u => state.Load(u.Identity, u.Id, u.Path, u.IsOpen));
    }
}
