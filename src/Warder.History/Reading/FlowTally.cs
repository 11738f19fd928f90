using Warder.Engine.Findings;
using Warder.Engine.Periods;
using Warder.Engine.Policy;
using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>Counts what happened to findings, and how soon they were answered.</summary>
internal sealed class FlowTally(ResponseTimes times)
{
    private readonly int[] _kinds = new int[Enum.GetValues<FindingEventKind>().Length];
    private readonly List<TimeSpan> _fixes = [];
    private int _inTime;
    private int _violationsCome;
    private int _violationsFixed;

    /// <summary>What has been counted.</summary>
    public FlowCounts Counts => new()
    {
        New = _kinds[(int)FindingEventKind.New],
        Reopened = _kinds[(int)FindingEventKind.Reopened],
        Fixed = _kinds[(int)FindingEventKind.Fixed],
        Accepted = _kinds[(int)FindingEventKind.Accepted],
        FixedInTime = _inTime,
        ViolationsCome = _violationsCome,
        ViolationsFixed = _violationsFixed,
        MedianToFix = Middle.Of(_fixes),
    };

    /// <summary>Counts one event.</summary>
    public void Add(TrackEvent happened)
    {
        _kinds[(int)happened.Kind]++;
        var isViolation = happened.Severity >= Severity.Error;
        _violationsCome += isViolation && happened.Kind is (FindingEventKind.New or FindingEventKind.Reopened) ? 1 : 0;
        if (happened.Kind == FindingEventKind.Fixed)
        {
            _violationsFixed += isViolation ? 1 : 0;
            _inTime += happened.Took <= times.For(happened.Severity) ? 1 : 0;
            _fixes.Add(happened.Took);
        }
    }
}
