namespace Warder.Engine.Enforcement;

/// <summary>What a validation comes to.</summary>
public enum EnforcementVerdict
{
    /// <summary>Nothing breaks the policy.</summary>
    Compliant,

    /// <summary>Something breaks the policy.</summary>
    NonCompliant,

    /// <summary>Something could not be looked at, so nobody can say.</summary>
    Incomplete,
}
