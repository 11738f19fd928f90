using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines;

/// <summary>A job of a pipeline.</summary>
public sealed class Job
{
    /// <summary>Its key; empty for the steps of an action.</summary>
    public required string Id { get; init; }

    /// <summary>Where the key is written.</summary>
    public required TextSpan KeySpan { get; init; }

    /// <summary>From the key to the end of the job.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The name it gives itself.</summary>
    public string? Name { get; init; }

    /// <summary>Jobs that must end before it.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The condition, without <c>${{ }}</c>.</summary>
    public YamlScalar? Condition { get; init; }

    /// <summary>The grant written for the job; null where none is written. It replaces the pipeline's.</summary>
    public PermissionSet? Permissions { get; init; }

    /// <summary>The grant in force: the job's, else the pipeline's; null where neither is written (the platform's setting decides).</summary>
    public PermissionSet? EffectivePermissions { get; init; }

    /// <summary>The deployment environment.</summary>
    public EnvironmentReference? Environment { get; init; }

    /// <summary>The pipeline it calls instead of having steps.</summary>
    public PipelineCall? Call { get; init; }

    /// <summary>Environment variables of the job.</summary>
    public IReadOnlyList<EnvironmentEntry> Variables { get; init; } = [];

    /// <summary>Its steps in order.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>Labels of the runner, as written.</summary>
    public IReadOnlyList<string> RunnerLabels { get; init; } = [];

    /// <summary>Environment variables of its container; its steps see them too.</summary>
    public IReadOnlyList<EnvironmentEntry> ContainerVariables { get; init; } = [];

    /// <summary>What it gives to the jobs that need it.</summary>
    public IReadOnlyList<OutputEntry> Outputs { get; init; } = [];

    /// <summary>Images of its container and services.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];
}
