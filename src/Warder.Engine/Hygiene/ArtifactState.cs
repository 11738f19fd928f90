namespace Warder.Engine.Hygiene;

/// <summary>How git stands to an artifact.</summary>
public enum ArtifactState
{
    /// <summary>Git could not be asked.</summary>
    Unknown,

    /// <summary>Git tracks it, or something in it.</summary>
    Tracked,

    /// <summary>Git ignores it.</summary>
    Ignored,

    /// <summary>Git neither tracks nor ignores it.</summary>
    Untracked,
}
