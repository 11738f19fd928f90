using Warder.History.Store;

namespace Warder.History.Recording;

/// <summary>Writes the rows of one track; the caller holds the database alone.</summary>
internal sealed class TrackWriter
{
    private readonly Sql _sql;
    private readonly long _track;
    private long _finding = -1;
    private long _use = -1;

    public TrackWriter(Sql sql, long track)
    {
        _sql = sql;
        _track = track;
    }

    /// <summary>Forgets the numbers given: another writer may have had the database since.</summary>
    public void Restart() => _finding = _use = -1;

    public long NextFinding() => _finding = (_finding < 0 ? _sql.Number("select max(id) from warder_finding") : _finding) + 1;

    public void Insert(FindingRow row, SeenFinding finding) => _sql.Run(
        """
        insert into warder_finding (id, track_id, fingerprint, context_hash, rule, token, job, step, path, place, severity, message, state, first_at, opened_at, state_at, fixes)
        values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16)
        """,
        row.Id, _track, row.Fingerprint, row.ContextHash, row.Rule, finding.Token, finding.Job, finding.Step, row.Path, row.Line, (int)row.Severity, row.Message, Word(row.State), row.StateAt, row.OpenedAt, row.StateAt, row.Fixes);

    public void Update(FindingRow row) => _sql.Run(
        "update warder_finding set fingerprint = @p0, path = @p1, place = @p2, severity = @p3, message = @p4, state = @p5, opened_at = @p6, state_at = @p7, fixes = @p8 where id = @p9",
        row.Fingerprint, row.Path, row.Line, (int)row.Severity, row.Message, Word(row.State), row.OpenedAt, row.StateAt, row.Fixes, row.Id);

    public void BeginSpan(FindingRow row, long seq) =>
        _sql.Run(
        "insert into warder_finding_span (finding_id, from_seq, state, severity, fingerprint, path) values (@p0, @p1, @p2, @p3, @p4, @p5)",
        row.Id, seq, Word(row.State), (int)row.Severity, row.Fingerprint, row.Path);

    public void EndSpan(FindingRow row, long seq) =>
        _sql.Run("update warder_finding_span set to_seq = @p0 where finding_id = @p1 and to_seq is null", seq, row.Id);

    public long Insert(SeenUse use)
    {
        _use = (_use < 0 ? _sql.Number("select max(id) from warder_use") : _use) + 1;
        _sql.Run(
            "insert into warder_use (id, track_id, identity, token, kind, path, scope, job, step, consumer) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)",
            _use, _track, use.Identity, use.Token, use.Kind, use.Path, use.Scope, use.Job, use.Step, use.Consumer);
        return _use;
    }

    public void BeginUse(long id, long seq) => _sql.Run("insert into warder_use_span (use_id, from_seq) values (@p0, @p1)", id, seq);

    public void EndUse(long id, long seq) => _sql.Run("update warder_use_span set to_seq = @p0 where use_id = @p1 and to_seq is null", seq, id);

    public void Insert(long run, FindingChange change) => _sql.Run(
        "insert into warder_event (run_id, finding_id, kind, detail) values (@p0, @p1, @p2, @p3)", run, change.Row.Id, Words.Of(change.Kind), change.Detail);

    /// <summary>Writes the run itself; gives its number.</summary>
    public long Insert(RunFacts run, long seq)
    {
        var id = _sql.Number("select max(id) from warder_run") + 1;
        var counts = run.Counts;
        _sql.Run(
            """
            insert into warder_run (id, track_id, seq, run_key, origin, commit_id, started_at, duration_ms, version, is_dirty, critical, error, warning, info,
                accepted, diagnostics, unknowns, workflows, actions, scripts, documents, jobs, registered, uses, tokens, unregistered, default_uses)
            values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22, @p23, @p24, @p25, @p26)
            """,
            id, _track, seq, run.Key, Words.Of(run.Origin), run.Commit, run.Time.ToUnixTimeMilliseconds(), (long)run.Duration.TotalMilliseconds, run.Version, run.IsDirty ? 1 : 0,
            counts.BySeverity[3], counts.BySeverity[2], counts.BySeverity[1], counts.BySeverity[0],
            counts.Accepted, counts.Diagnostics, counts.Unknowns, counts.Workflows, counts.Actions, counts.Scripts, counts.Documents, counts.Jobs,
            counts.Registered, counts.Uses, counts.Tokens, counts.Unregistered, counts.DefaultUses);
        return id;
    }

    private static string Word(FindingState state) => Words.Of(state);
}
