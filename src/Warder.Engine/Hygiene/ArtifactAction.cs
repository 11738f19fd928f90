namespace Warder.Engine.Hygiene;

/// <summary>What is right to do about one artifact.</summary>
public enum ArtifactAction
{
    /// <summary>Delete it; <c>clean</c> does.</summary>
    Delete,

    /// <summary>Move it to the folder for logs; <c>clean</c> does.</summary>
    Move,

    /// <summary>Take it out of git; only people do that.</summary>
    Untrack,

    /// <summary>Look at it; only people do that.</summary>
    Review,
}
