namespace Warder.History.Recording;

/// <summary>Records runs on one track. What it knows of the track is kept from run to run, and read anew where another writer was there in between.</summary>
public sealed class RunRecorder
{
    private readonly HistoryDatabase _history;
    private readonly Track _track;
    private TrackWriter? _writer;
    private TrackState? _state;
    private long _id;

    /// <summary>On a track.</summary>
    public RunRecorder(HistoryDatabase history, Track track)
    {
        _history = history;
        _track = track with { Repository = Stored.Clean(track.Repository), Branch = Stored.Clean(track.Branch) };
    }

    /// <summary>Records one run: all of it or nothing.</summary>
    public RecordedRun Record(RunFacts run, string? log = null) => Record([run], log)[0];

    /// <summary>Records runs in their order: all of them or none.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="log">The log that is to tell of them, which may wait in the database until it does; null for none.</param>
    /// <exception cref="HistoryException">The database cannot be used, or has one of them already.</exception>
    public IReadOnlyList<RecordedRun> Record(IReadOnlyList<RunFacts> runs, string? log = null)
    {
        var recorded = new List<RecordedRun>(runs.Count);
        var isDone = false;
        try
        {
            _history.Write(() =>
            {
                Prepare();
                foreach (var run in runs)
                {
                    recorded.Add(Write(run, log));
                }
            });
            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                _state = null;
            }
        }

        return recorded;
    }

    private void Prepare()
    {
        _id = TrackRows.FindOrAdd(_history.Sql, _track);
        _writer ??= new TrackWriter(_history.Sql, _id);
        _writer.Restart();
        if (_state is null || _state.Seq != TrackRows.LastSeq(_history.Sql, _id))
        {
            _writer = new TrackWriter(_history.Sql, _id);
            _state = new TrackState(_writer);
            TrackRows.Load(_history.Sql, _id, _state);
        }
    }

    private RecordedRun Write(RunFacts run, string? log)
    {
        if (_history.Sql.Number("select count(*) from warder_run where run_key = @p0", run.Key) > 0)
        {
            throw new HistoryException($"the history has the run {run.Key} already.");
        }

        var seq = _state!.Seq + 1;
        var id = _writer!.Insert(run, seq);
        var changes = _state.Take(run, seq);
        foreach (var change in changes)
        {
            _writer.Insert(id, change);
        }

        var recorded = new RecordedRun(id, seq, [.. changes.Select(c => new FindingEvent(c.Kind, c.Row.Fingerprint, c.Row.Rule, c.Row.Path, c.Row.Severity, c.Detail))]);
        if (log is not null)
        {
            Outbox.Put(_history.Sql, log, _track, run, recorded);
        }

        return recorded;
    }
}
