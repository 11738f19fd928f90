namespace Warder.Engine.Periods;

/// <summary>What happened to findings in a stretch of time.</summary>
public sealed record FlowCounts
{
    /// <summary>Nothing happened.</summary>
    public static FlowCounts None { get; } = new();

    /// <summary>Findings never seen before.</summary>
    public int New { get; init; }

    /// <summary>Findings that were there again, or no longer accepted.</summary>
    public int Reopened { get; init; }

    /// <summary>Findings that were no longer there.</summary>
    public int Fixed { get; init; }

    /// <summary>Of the fixed ones, those fixed within the response time of the policy.</summary>
    public int FixedInTime { get; init; }

    /// <summary>Findings that were accepted.</summary>
    public int Accepted { get; init; }

    /// <summary>Of new and reopened ones, those of severity error and worse.</summary>
    public int ViolationsCome { get; init; }

    /// <summary>Of the fixed ones, those of severity error and worse.</summary>
    public int ViolationsFixed { get; init; }

    /// <summary>The median time from opened to fixed; null where nothing was fixed.</summary>
    public TimeSpan? MedianToFix { get; init; }
}
