using Warder.Engine.Findings;

namespace Warder.History.Recording;

/// <summary>What a track holds after its last run, and the life of its findings: what the next run makes new, fixed, open again, accepted or moved.</summary>
internal sealed class TrackState
{
    private readonly Dictionary<string, FindingRow> _findings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Id, string Path)> _openUses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _uses = new(StringComparer.Ordinal);
    private readonly TrackWriter _writer;

    public TrackState(TrackWriter writer) => _writer = writer;

    /// <summary>The place of the last run; 0 where there is none.</summary>
    public long Seq { get; set; }

    public void Load(FindingRow row) => _findings[row.Fingerprint] = row;

    public void Load(string identity, long id, string path, bool isOpen)
    {
        _uses[identity] = id;
        if (isOpen)
        {
            _openUses[identity] = (id, path);
        }
    }

    /// <summary>Takes the next run; gives what it changed, in the order of its findings and then of the fingerprints that are gone.</summary>
    public List<FindingChange> Take(RunFacts run, long seq)
    {
        Seq = seq;
        var at = run.Time.ToUnixTimeMilliseconds();
        var seen = new Dictionary<string, SeenFinding>(StringComparer.Ordinal);
        foreach (var finding in run.Findings)
        {
            seen.TryAdd(finding.Fingerprint, finding);
        }

        var gone = _findings.Values
            .Where(r => r.State != FindingState.Fixed && !seen.ContainsKey(r.Fingerprint) && CanTell(run, r))
            .OrderBy(r => r.Fingerprint, StringComparer.Ordinal)
            .ToList();
        var changes = new List<FindingChange>();
        foreach (var finding in seen.Values)
        {
            if (_findings.TryGetValue(finding.Fingerprint, out var row))
            {
                Meet(row, finding, seq, at, changes);
            }
            else if (gone.Find(r => IsSame(r, finding, run)) is { } moved)
            {
                gone.Remove(moved);
                Move(moved, finding, seq, at, changes);
            }
            else
            {
                Add(finding, seq, at, changes);
            }
        }

        foreach (var row in gone)
        {
            row.State = FindingState.Fixed;
            row.StateAt = at;
            row.Fixes++;
            _writer.Update(row);
            _writer.EndSpan(row, seq);
            changes.Add(new FindingChange(row, FindingEventKind.Fixed, Detail: null));
        }

        if (run.Uses is { } uses)
        {
            Take(uses, run.Unseen, run.IsBlind, seq);
        }

        return changes;
    }

    /// <summary>Whether a finding that the run has not is fixed: its rule ran, and its file was looked at.</summary>
    private static bool CanTell(RunFacts run, FindingRow row) =>
        !run.IsBlind && run.Rules?.Contains(row.Rule) != false && !run.Unseen.Contains(row.Path);

    /// <summary>Whether a finding that is gone is this one under another name: about the same, in a file that is no longer where it was.</summary>
    private static bool IsSame(FindingRow row, SeenFinding finding, RunFacts run) =>
        row.ContextHash == finding.ContextHash && row.Rule == finding.Rule && (row.Path == finding.Path || run.Exists?.Invoke(row.Path) != true);

    private void Add(SeenFinding finding, long seq, long at, List<FindingChange> changes)
    {
        var row = new FindingRow
        {
            Id = _writer.NextFinding(),
            Fingerprint = finding.Fingerprint,
            ContextHash = finding.ContextHash,
            Rule = finding.Rule,
            Path = finding.Path,
            Line = finding.Line,
            Severity = finding.Severity,
            Message = finding.Message,
            State = StateOf(finding),
            OpenedAt = at,
            StateAt = at,
            Fixes = 0,
        };
        _findings[row.Fingerprint] = row;
        _writer.Insert(row, finding);
        _writer.BeginSpan(row, seq);
        changes.Add(new FindingChange(row, FindingEventKind.New, Detail: null));
    }

    private void Move(FindingRow row, SeenFinding finding, long seq, long at, List<FindingChange> changes)
    {
        var before = row.Path;
        _findings.Remove(row.Fingerprint);
        row.Fingerprint = finding.Fingerprint;
        row.Path = finding.Path;
        _findings[row.Fingerprint] = row;
        if (before != row.Path)
        {
            changes.Add(new FindingChange(row, FindingEventKind.Moved, before));
        }

        Meet(row, finding, seq, at, changes, isElsewhere: true);
    }

    private void Meet(FindingRow row, SeenFinding finding, long seq, long at, List<FindingChange> changes, bool isElsewhere = false)
    {
        var state = StateOf(finding);
        var isOther = state != row.State;
        var isWorse = finding.Severity != row.Severity;
        if (!isOther && !isWorse && !isElsewhere && row.Line == finding.Line && row.Message == finding.Message)
        {
            return;
        }

        if (isOther || isWorse || isElsewhere)
        {
            _writer.EndSpan(row, seq);
        }

        if (isOther)
        {
            row.OpenedAt = state == FindingState.Open ? at : row.OpenedAt;
            row.StateAt = at;
            changes.Add(new FindingChange(row, state == FindingState.Open ? FindingEventKind.Reopened : FindingEventKind.Accepted, Detail: null));
        }

        row.State = state;
        row.Severity = finding.Severity;
        row.Line = finding.Line;
        row.Message = finding.Message;
        _writer.Update(row);
        if (isOther || isWorse || isElsewhere)
        {
            _writer.BeginSpan(row, seq);
        }
    }

    private void Take(IReadOnlyList<SeenUse> uses, IReadOnlySet<string> unseen, bool isBlind, long seq)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in uses)
        {
            if (!seen.Add(use.Identity) || _openUses.ContainsKey(use.Identity))
            {
                continue;
            }

            if (!_uses.TryGetValue(use.Identity, out var id))
            {
                _uses[use.Identity] = id = _writer.Insert(use);
            }

            _openUses[use.Identity] = (id, use.Path);
            _writer.BeginUse(id, seq);
        }

        foreach (var (identity, (id, path)) in _openUses.Where(u => !seen.Contains(u.Key) && !isBlind && !unseen.Contains(u.Value.Path)).ToList())
        {
            _openUses.Remove(identity);
            _writer.EndUse(id, seq);
        }
    }

    private static FindingState StateOf(SeenFinding finding) => finding.IsAccepted ? FindingState.Accepted : FindingState.Open;
}
