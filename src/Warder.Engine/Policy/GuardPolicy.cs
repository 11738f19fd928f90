namespace Warder.Engine.Policy;

/// <summary>What may lie in the root of the repository, and where logs belong.</summary>
public sealed record GuardPolicy
{
    /// <summary>Where logs belong where the policy is silent.</summary>
    public const string DefaultLogs = "logs";

    /// <summary>The policy of a repository whose policy file is silent.</summary>
    public static GuardPolicy Default { get; } = new();

    /// <summary>Names in the root that are wanted there.</summary>
    public IReadOnlyList<PathPattern> Allowed { get; init; } = [];

    /// <summary>Names in the root that are artifacts though Warder does not know them.</summary>
    public IReadOnlyList<PathPattern> OwnArtifacts { get; init; } = [];

    /// <summary>The folder, relative to the repository, that logs and reports belong in.</summary>
    public string Logs { get; init; } = DefaultLogs;
}
