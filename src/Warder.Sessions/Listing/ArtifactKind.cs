namespace Warder.Sessions.Listing;

/// <summary>What an artifact is.</summary>
public enum ArtifactKind
{
    /// <summary>A session that is open.</summary>
    Session,

    /// <summary>The archive of a session.</summary>
    Archive,

    /// <summary>Coverage.</summary>
    Coverage,

    /// <summary>A cache of pytest.</summary>
    Pytest,

    /// <summary>Results and summaries.</summary>
    Results,

    /// <summary>The captured output of a suite.</summary>
    Log,

    /// <summary>Audit data.</summary>
    Audit,
}
