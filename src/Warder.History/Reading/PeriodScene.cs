using Warder.Engine.Findings;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>The events of a track seen from the end of a period: what was known then, whatever happened since.</summary>
internal sealed class PeriodScene
{
    private readonly Period _period;
    private readonly ResponseTimes _times;
    private readonly List<TrackEvent> _events;
    private readonly List<TrackEvent> _inside;
    private readonly Dictionary<long, TrackEvent> _last = [];
    private readonly Dictionary<long, StoredFinding> _findings;
    private readonly Dictionary<long, DateTimeOffset> _opened = [];
    private readonly DateTimeOffset _asOf;
    private readonly bool _isLatest;

    public PeriodScene(Period period, DateTimeOffset asOf, ResponseTimes times, List<TrackEvent> events, IReadOnlyList<StoredFinding> findings, bool isLatest)
    {
        _period = period;
        _asOf = asOf;
        _isLatest = isLatest;
        _times = times;
        _events = events;
        _inside = events.FindAll(e => period.Contains(e.Time));
        _inside.ForEach(e => _last[e.Finding] = e);
        _findings = findings.ToDictionary(f => f.Id);
        foreach (var happened in events)
        {
            if (happened.Time < period.End && happened.Kind is FindingEventKind.New or FindingEventKind.Reopened)
            {
                _opened[happened.Finding] = happened.Time;
            }
        }
    }

    /// <summary>What happened in a period.</summary>
    public FlowCounts FlowIn(Period period) => Count(_events.Where(e => period.Contains(e.Time)));

    /// <summary>Findings that were there at the end.</summary>
    public List<PeriodFinding> Present(IReadOnlyList<StoredFinding> present) => [.. present.Select(f => FindingOf(f, OpenedOf(f.Id, f.Opened)))];

    /// <summary>Findings that came, each once.</summary>
    public List<PeriodFinding> Come() => Sorted(_inside
        .Where(e => e.Kind is FindingEventKind.New or FindingEventKind.Reopened)
        .GroupBy(e => e.Finding)
        .Select(g => FindingOf(_findings[g.Key], g.Last().Time) with { IsAgain = g.First().Kind == FindingEventKind.Reopened, Fixed = FixedAfter(g.Key, g.Last().Time), IsAccepted = _last[g.Key].Kind == FindingEventKind.Accepted }));

    /// <summary>Findings that were fixed, each once.</summary>
    public List<PeriodFinding> Gone() => Sorted(_inside
        .Where(e => e.Kind == FindingEventKind.Fixed)
        .GroupBy(e => e.Finding)
        .Select(g => FindingOf(_findings[g.Key], g.Last().Opened) with { Fixed = g.Last().Time }));

    /// <summary>What happened by rule, in the order of the rules' names.</summary>
    public List<RuleFlow> Rules(IReadOnlyList<StoredFinding> before, IReadOnlyList<PeriodFinding> after)
    {
        var openBefore = before.Where(f => f.State == FindingState.Open).CountBy(f => f.Rule, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var now = after.ToLookup(f => f.Rule, StringComparer.Ordinal);
        var events = _inside.ToLookup(e => e.Rule, StringComparer.Ordinal);
        return
        [
            .. openBefore.Keys.Union(now.Select(g => g.Key), StringComparer.Ordinal).Union(events.Select(g => g.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(rule => new RuleFlow(
                rule,
                openBefore.GetValueOrDefault(rule),
                now[rule].Count(f => !f.IsAccepted),
                now[rule].Count(f => f.IsAccepted),
                now[rule].Count(f => f.IsOverdueAt(_asOf)),
                Count(events[rule]))),
        ];
    }

    private FlowCounts Count(IEnumerable<TrackEvent> events)
    {
        var tally = new FlowTally(_times);
        foreach (var happened in events)
        {
            tally.Add(happened);
        }

        return tally.Counts;
    }

    /// <summary>When a finding that came was gone again in the period; null where it was still there at the end.</summary>
    private DateTimeOffset? FixedAfter(long finding, DateTimeOffset opened) =>
        _last[finding] is { Kind: FindingEventKind.Fixed } last && last.Time >= opened ? last.Time : null;

    /// <summary>The line of the last run that saw it, where that run lies before the end of the period.</summary>
    private int? LineOf(StoredFinding finding)
    {
        var latest = _findings[finding.Id];
        return _isLatest || (latest.State == FindingState.Fixed && latest.Since < _period.End) ? latest.Line : null;
    }

    private DateTimeOffset OpenedOf(long finding, DateTimeOffset otherwise) => _opened.GetValueOrDefault(finding, otherwise);

    private PeriodFinding FindingOf(StoredFinding finding, DateTimeOffset opened) => new()
    {
        Fingerprint = finding.Fingerprint,
        Rule = finding.Rule,
        Severity = finding.Severity,
        Path = finding.Path,
        Line = LineOf(finding),
        Message = finding.Message,
        Token = finding.Token,
        Opened = opened,
        Due = opened + _times.For(finding.Severity),
        IsAccepted = finding.State == FindingState.Accepted,
    };

    private static List<PeriodFinding> Sorted(IEnumerable<PeriodFinding> findings) =>
    [
        .. findings.OrderByDescending(f => f.Severity).ThenBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line)
            .ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Fingerprint, StringComparer.Ordinal),
    ];
}
