namespace Warder.Engine.Registry;

/// <summary>What harm a token can do, in rising order.</summary>
public enum RiskLevel
{
    /// <summary>Reads what is mostly public.</summary>
    Low,

    /// <summary>Writes where people review.</summary>
    Medium,

    /// <summary>Changes code, releases or runs.</summary>
    High,

    /// <summary>Administers, publishes or reads secrets.</summary>
    Critical,
}
