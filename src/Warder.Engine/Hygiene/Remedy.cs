namespace Warder.Engine.Hygiene;

/// <summary>What to do about an artifact.</summary>
public enum Remedy
{
    /// <summary>Delete it: a tool makes it again.</summary>
    Delete,

    /// <summary>Move it to the folder for logs.</summary>
    Move,

    /// <summary>Somebody must look at it: it may be work, data or settings. Warder does not touch it.</summary>
    Review,
}
