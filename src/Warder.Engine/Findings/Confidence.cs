namespace Warder.Engine.Findings;

/// <summary>How sure a finding is, in rising order.</summary>
public enum Confidence
{
    /// <summary>A guess worth a look.</summary>
    Low,

    /// <summary>Likely.</summary>
    Medium,

    /// <summary>Read from the files.</summary>
    High,
}
