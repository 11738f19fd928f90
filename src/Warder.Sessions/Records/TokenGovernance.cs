namespace Warder.Sessions.Records;

/// <summary>How tokens are governed where a session runs.</summary>
public sealed record TokenGovernance
{
    /// <summary>The policy in force.</summary>
    public string Policy { get; init; } = "";

    /// <summary>The registry; empty where there is none.</summary>
    public string RegistryFile { get; init; } = "";

    /// <summary>Whether the use of tokens is audited before the suites run.</summary>
    public bool AuditEnabled { get; init; }

    /// <summary><c>active</c> or <c>missing</c>.</summary>
    public string VirtualEnv { get; init; } = "missing";
}
