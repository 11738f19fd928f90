using Warder.Engine.Activity;
using Warder.Engine.Assessment;
using Warder.Engine.Enforcement;
using Warder.Engine.Rotation;

namespace Warder.Reports.Aar;

/// <summary>All that reports are made from. What a kind does not tell of need not be there.</summary>
public sealed record AarFacts
{
    /// <summary>What the report is about.</summary>
    public required AarHead Head { get; init; }

    /// <summary>The files of the repository against the policy; the audit in it has kept need against grant.</summary>
    public required EnforcementResult Validation { get; init; }

    /// <summary>The commits of the days looked at; null where git facts are not known.</summary>
    public ActivityReport? Activity { get; init; }

    /// <summary>Why git facts are not known, half a sentence; or what is to be known of them.</summary>
    public string? GitNote { get; init; }

    /// <summary>Whether the clone is shallow.</summary>
    public bool IsShallow { get; init; }

    /// <summary>The runs of pipelines in an export; null where none was given.</summary>
    public IReadOnlyList<RunFact>? Runs { get; init; }

    /// <summary>The newest run of the tests in the days looked at; null where none is kept.</summary>
    public AarTests? Tests { get; init; }

    /// <summary>Findings over time; null where no history says.</summary>
    public AarTrend? Trend { get; init; }

    /// <summary>Why there is none, half a sentence.</summary>
    public string? TrendNote { get; init; }

    /// <summary>The breach; null where no place of it was named.</summary>
    public AarBreach? Breach { get; init; }

    /// <summary>The campaigns of the repository.</summary>
    public IReadOnlyList<RotationCampaign> Campaigns { get; init; } = [];

    /// <summary>The issue or pull request; null for other kinds.</summary>
    public AarSubject? Subject { get; init; }
}
