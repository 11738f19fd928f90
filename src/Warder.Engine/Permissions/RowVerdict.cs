namespace Warder.Engine.Permissions;

/// <summary>What to think of one permission of a job.</summary>
public enum RowVerdict
{
    /// <summary>Needed and granted as needed.</summary>
    Right,

    /// <summary>Granted, and needed only in some runs or where something holds that the files do not decide.</summary>
    Perhaps,

    /// <summary>Needed, and no grant is written that could be compared.</summary>
    Unseen,

    /// <summary>Needed and not granted.</summary>
    Missing,

    /// <summary>Needed for reading and not granted: that works on a public repository and fails on a private one.</summary>
    MissingIfPrivate,

    /// <summary>Granted beyond the need.</summary>
    Excess,

    /// <summary>Granted beyond the need that is known, and there may be more need.</summary>
    Unknown,

    /// <summary>Needed, but no workflow can grant it: only an app or a personal token can have it.</summary>
    Impossible,
}
