using System.Globalization;
using Warder.Engine.Findings;
using Warder.History.Recording;
using Warder.History.Store;

namespace Warder.History.Reading;

/// <summary>Answers questions on a history. Every answer has a fixed order that does not depend on the database.</summary>
public sealed class HistoryReader
{
    private const int LeastOfCommit = 4;
    private const string Latest = "latest";
    private readonly HistoryDatabase _history;

    /// <summary>Over a history.</summary>
    public HistoryReader(HistoryDatabase history) => _history = history;

    /// <summary>The runs that a filter names, newest first: by time, and of one time by number.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="limit">How many at most; 0 for all.</param>
    public IReadOnlyList<RunSummary> Runs(RunFilter filter, int limit = 0) => _history.Read(sql => Runs(sql, filter, limit));

    /// <summary>
    /// The run that a word names: its number, <c>latest</c>, <c>latest~2</c> (two before it), or the beginning of a commit, of which the
    /// newest run is taken; null where there is none.
    /// </summary>
    public RunSummary? Find(string word, RunFilter filter) => _history.Read(sql =>
    {
        if (word == Latest || word.StartsWith(Latest + "~", StringComparison.Ordinal))
        {
            var back = word == Latest ? 0 : int.TryParse(word.AsSpan(Latest.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var steps) ? steps : -1;
            return back < 0 ? null : Runs(sql, filter, back + 1).ElementAtOrDefault(back);
        }

        if (long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && sql.Rows(RunRows.Select + " where r.id = @p0", RunRows.Read, id) is [var run])
        {
            return run;
        }

        return word.Length < LeastOfCommit || !word.All(char.IsAsciiHexDigit)
            ? null
            : Runs(sql, filter, limit: 0).FirstOrDefault(r => r.Commit?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true);
    });

    /// <summary>The findings that were there after a run, open and accepted, worst first.</summary>
    public IReadOnlyList<StoredFinding> FindingsAt(RunSummary run) => _history.Read(sql => FindingsAt(sql, run));

    /// <summary>What a run changed.</summary>
    public IReadOnlyList<(FindingEventKind Kind, StoredFinding Finding, string? Detail)> EventsOf(RunSummary run) => _history.Read(sql => sql.Rows(
            $"select {FindingRows.Columns}, f.severity, f.state, e.kind, e.detail from warder_event e join warder_finding f on f.id = e.finding_id where e.run_id = @p0",
            reader => (Words.EventOf(reader.GetString(FindingRows.Count + 2)), FindingRows.Read(reader), reader.IsDBNull(FindingRows.Count + 3) ? null : reader.GetString(FindingRows.Count + 3)),
            run.Id)
        .OrderBy(e => e.Item1).ThenByDescending(e => e.Item2.Severity).ThenBy(e => e.Item2.Path, StringComparer.Ordinal).ThenBy(e => e.Item2.Fingerprint, StringComparer.Ordinal).ToList());

    /// <summary>The uses of tokens at a run, by token and file.</summary>
    public IReadOnlyList<SeenUse> UsesAt(RunSummary run) => Uses(run.TrackId, run.Seq, run.Seq);

    /// <summary>The uses that some run saw, from one run of a track to another, by token and file.</summary>
    public IReadOnlyList<SeenUse> UsesBetween(RunSummary first, RunSummary last) => Uses(first.TrackId, first.Seq, last.Seq);

    /// <summary>Every finding of a track, whatever its state.</summary>
    public IReadOnlyList<StoredFinding> AllFindings(Track track) => _history.Read(sql => FindingRows.Sorted(sql.Rows(
        $"select {FindingRows.Columns}, f.severity, f.state from warder_finding f where f.track_id = @p0", FindingRows.Read, TrackRows.Find(sql, track))));

    /// <summary>The tracks that have runs.</summary>
    public IReadOnlyList<Track> Tracks() => _history.Read(sql => sql.Rows(
            "select repository, branch, kind from warder_track", reader => new Track(reader.GetString(0), reader.GetString(1), Words.KindOf(reader.GetString(2))))
        .OrderBy(t => t.Repository, StringComparer.Ordinal).ThenBy(t => t.Branch, StringComparer.Ordinal).ThenBy(t => t.Kind).ToList());

    private List<SeenUse> Uses(long track, long first, long last) => _history.Read(sql => sql.Rows(
            """
            select distinct u.identity, u.token, u.kind, u.path, u.scope, u.job, u.step, u.consumer from warder_use u join warder_use_span s on s.use_id = u.id
            where u.track_id = @p0 and s.from_seq <= @p2 and (s.to_seq is null or s.to_seq > @p1)
            """,
            reader =>
            {
                var row = new Columns(reader);
                return new SeenUse(row.Text(), row.Text(), row.Text(), row.Text(), row.Text(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull());
            },
            track,
            first,
            last)
        .OrderBy(u => u.Token, StringComparer.Ordinal).ThenBy(u => u.Path, StringComparer.Ordinal).ThenBy(u => u.Identity, StringComparer.Ordinal).ToList());

    private static List<RunSummary> Runs(Sql sql, RunFilter filter, int limit)
    {
        var values = new List<object?>();
        var text = RunRows.Select + RunRows.Where(filter, values) + " order by r.started_at desc, r.id desc";
        return sql.Rows(limit > 0 ? string.Create(CultureInfo.InvariantCulture, $"{text} limit {limit}") : text, RunRows.Read, [.. values]);
    }

    private static List<StoredFinding> FindingsAt(Sql sql, RunSummary run) => FindingRows.Sorted(sql.Rows(
        $"""
        select {FindingRows.ColumnsOfSpan}, s.severity, s.state from warder_finding f join warder_finding_span s on s.finding_id = f.id
        where f.track_id = @p0 and s.from_seq <= @p1 and (s.to_seq is null or s.to_seq > @p1)
        """,
        FindingRows.Read,
        run.TrackId,
        run.Seq));
}
