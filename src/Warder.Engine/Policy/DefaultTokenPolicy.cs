namespace Warder.Engine.Policy;

/// <summary>What the policy says of the platform's default token.</summary>
public enum DefaultTokenPolicy
{
    /// <summary><c>forbid</c>: not for API work; reading is tolerated with a warning.</summary>
    Forbid,

    /// <summary><c>read-only</c>: reading is fine, writing is not.</summary>
    ReadOnly,

    /// <summary><c>least-privilege</c>: fine with no more than it needs.</summary>
    LeastPrivilege,

    /// <summary><c>allow</c>: fine.</summary>
    Allow,
}
