using Warder.Engine.Auditing;

namespace Warder.Engine.Periods;

/// <summary>What the history tells of one period of one branch.</summary>
public sealed record PeriodFacts
{
    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The repository.</summary>
    public required string Repository { get; init; }

    /// <summary>The branch.</summary>
    public required string Branch { get; init; }

    /// <summary>Whether the runs are those of a backfill, at the times of the commits.</summary>
    public required bool IsOfCommits { get; init; }

    /// <summary>The period's end, or now where it is not over: what is overdue is so at this moment.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>How many runs there were in the period.</summary>
    public required int Runs { get; init; }

    /// <summary>Those that could not look at everything.</summary>
    public required int RunsWithDiagnostics { get; init; }

    /// <summary>The first run of the period; null where there was none.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>The last run by the period's end, which may lie before the period; null where there was none.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>The commit of that run.</summary>
    public string? Commit { get; init; }

    /// <summary>How long a run of the period took in the middle.</summary>
    public TimeSpan? MedianDuration { get; init; }

    /// <summary>How long the slowest took.</summary>
    public TimeSpan? SlowestDuration { get; init; }

    /// <summary>The numbers when the period began; null where there was no run yet.</summary>
    public RunCounts? Before { get; init; }

    /// <summary>The numbers at its end; null where there was no run yet.</summary>
    public RunCounts? AtEnd { get; init; }

    /// <summary>What happened in it.</summary>
    public required FlowCounts Flow { get; init; }

    /// <summary>What happened in the period before it.</summary>
    public required FlowCounts FlowBefore { get; init; }

    /// <summary>Its parts, in order.</summary>
    public required IReadOnlyList<PeriodPoint> Points { get; init; }

    /// <summary>Findings there at its end, open and accepted, worst first.</summary>
    public required IReadOnlyList<PeriodFinding> Present { get; init; }

    /// <summary>Findings that came in it, worst first.</summary>
    public required IReadOnlyList<PeriodFinding> Come { get; init; }

    /// <summary>Findings that were fixed in it, worst first.</summary>
    public required IReadOnlyList<PeriodFinding> Gone { get; init; }

    /// <summary>What happened by rule; the rules with anything to tell.</summary>
    public required IReadOnlyList<RuleFlow> Rules { get; init; }

    /// <summary>How the uses of tokens went, by name.</summary>
    public required IReadOnlyList<TokenFlow> Tokens { get; init; }
}
