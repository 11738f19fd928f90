namespace Warder.Engine.Findings;

/// <summary>How bad a finding is, in rising order.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Should be mended.</summary>
    Warning,

    /// <summary>Against the policy.</summary>
    Error,

    /// <summary>Must be mended at once.</summary>
    Critical,
}
