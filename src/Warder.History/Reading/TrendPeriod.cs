using Warder.History.Recording;

namespace Warder.History.Reading;

/// <summary>One period of a trend, in UTC.</summary>
public sealed record TrendPeriod
{
    /// <summary>Its first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The first day behind it.</summary>
    public required DateOnly Before { get; init; }

    /// <summary>How many runs there were.</summary>
    public required int Runs { get; init; }

    /// <summary>The numbers of the last run in it, or before it where it has none; null where there was none yet.</summary>
    public required RunCounts? AtEnd { get; init; }

    /// <summary>Findings that were new.</summary>
    public int New { get; set; }

    /// <summary>Findings that were fixed.</summary>
    public int Fixed { get; set; }

    /// <summary>Findings that were opened again.</summary>
    public int Reopened { get; set; }

    /// <summary>Findings that were accepted.</summary>
    public int Accepted { get; set; }

    /// <summary>Findings that were fixed within the policy's response time.</summary>
    public int InTime { get; set; }

    /// <summary>The median time from opened to fixed; null where nothing was fixed.</summary>
    public TimeSpan? MedianToFix { get; set; }

    /// <summary>How long a run took, on average.</summary>
    public TimeSpan MeanDuration { get; init; }
}
