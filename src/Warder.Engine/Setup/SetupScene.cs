using Warder.Engine.Auditing;
using Warder.Engine.Hygiene;
using Warder.Engine.Policy;

namespace Warder.Engine.Setup;

/// <summary>What a setup is planned from.</summary>
public sealed record SetupScene
{
    /// <summary>An audit of the repository; its findings are not asked for.</summary>
    public required AuditResult Audit { get; init; }

    /// <summary>What git says; null where the folder is in no git repository.</summary>
    public required IGitFacts? Git { get; init; }

    /// <summary>Whether a folder, relative to the repository, is there.</summary>
    public required Func<string, bool> HasFolder { get; init; }

    /// <summary>Warder's version, which the pipeline will install.</summary>
    public required string Version { get; init; }

    /// <summary>The JSON Schema of the registry, which lies beside it.</summary>
    public required string RegistrySchema { get; init; }

    /// <summary>The branch that pipelines guard.</summary>
    public string Branch { get; init; } = "main";

    /// <summary>What the policy is to say of the default token; null for what holds today.</summary>
    public DefaultTokenPolicy? DefaultToken { get; init; }

    /// <summary>The name of the CI system, or <c>none</c>; null to look for it.</summary>
    public string? CiSystem { get; init; }
}
