namespace Warder.History.Recording;

/// <summary>What made a run.</summary>
public enum RunOrigin
{
    /// <summary><c>warder audit --record</c>.</summary>
    Audit,

    /// <summary><c>warder validate</c>.</summary>
    Validate,

    /// <summary>A report of an earlier audit, taken over.</summary>
    Import,

    /// <summary>A commit of the past.</summary>
    Backfill,
}
