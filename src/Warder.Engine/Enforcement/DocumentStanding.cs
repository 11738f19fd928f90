namespace Warder.Engine.Enforcement;

/// <summary>How a generated document stands to what would be generated now.</summary>
public enum DocumentStanding
{
    /// <summary>It is what would be generated.</summary>
    Current,

    /// <summary>It says something else than the registry, the policy or the use of tokens.</summary>
    Drifted,

    /// <summary>Nobody made it yet.</summary>
    Missing,

    /// <summary>A file of that name is there that Warder did not make.</summary>
    Foreign,
}
