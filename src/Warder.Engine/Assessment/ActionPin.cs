namespace Warder.Engine.Assessment;

/// <summary>How far what a pipeline runs from elsewhere is held to one content.</summary>
public enum ActionPin
{
    /// <summary>It lies in the repository and changes with it.</summary>
    Local,

    /// <summary>A commit or a digest: it cannot change without a change here.</summary>
    Fixed,

    /// <summary>A tag, a branch or nothing: its owner can change it at any time.</summary>
    Moving,
}
