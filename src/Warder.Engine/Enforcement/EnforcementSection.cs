namespace Warder.Engine.Enforcement;

/// <summary>The parts of a validation, in the order in which they are told.</summary>
public enum EnforcementSection
{
    /// <summary>The registry and the policy themselves.</summary>
    Registry,

    /// <summary>Workflows and actions.</summary>
    Workflows,

    /// <summary>Documents and configurations for agents.</summary>
    Agents,

    /// <summary>Everything else that uses tokens: scripts above all; and the numbers of the whole audit.</summary>
    Audit,

    /// <summary>Stray token files, environment files with tokens that git takes, artifacts in the root.</summary>
    Cleanup,

    /// <summary>Sensitive files, and the ignore files that keep them out.</summary>
    Potato,

    /// <summary>The virtual environment and the folder for logs.</summary>
    Environment,

    /// <summary>Documents generated from the registry and the policy.</summary>
    Documents,
}
