namespace Warder.History.Recording;

/// <summary>What a track follows. The life of a finding is told for each track on its own.</summary>
public enum TrackKind
{
    /// <summary>Audits as they were made: when a finding was learnt of.</summary>
    Runs,

    /// <summary>Commits, as a backfill found them: when a finding came into the repository.</summary>
    Commits,
}
