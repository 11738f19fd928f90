namespace Warder.Engine.Permissions;

/// <summary>What to think of the grant of a job.</summary>
public enum JobVerdict
{
    /// <summary>It grants what is needed and nothing else.</summary>
    Least,

    /// <summary>It grants more than is needed.</summary>
    Excessive,

    /// <summary>It lacks what is needed.</summary>
    Insufficient,

    /// <summary>None is written; the settings of the repository decide.</summary>
    Undeclared,

    /// <summary>The need is not fully known.</summary>
    Unknown,
}
