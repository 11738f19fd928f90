namespace Warder.History.Recording;

/// <summary>How a finding stands after a run.</summary>
public enum FindingState
{
    /// <summary>There, and it counts.</summary>
    Open,

    /// <summary>There, and hidden by a comment, an exception or the baseline.</summary>
    Accepted,

    /// <summary>No longer there.</summary>
    Fixed,
}
