namespace Warder.History.Recording;

/// <summary>What a run changed about a finding.</summary>
public enum FindingEventKind
{
    /// <summary>Never seen before.</summary>
    New,

    /// <summary>No longer there.</summary>
    Fixed,

    /// <summary>There again, or no longer accepted.</summary>
    Reopened,

    /// <summary>Hidden from now on by a comment, an exception or the baseline.</summary>
    Accepted,

    /// <summary>The same finding in a file of another name.</summary>
    Moved,
}
