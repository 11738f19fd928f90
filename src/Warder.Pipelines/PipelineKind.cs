namespace Warder.Pipelines;

/// <summary>What a pipeline file is.</summary>
public enum PipelineKind
{
    /// <summary>A workflow that the platform starts or another calls.</summary>
    Workflow,

    /// <summary>An action made of steps.</summary>
    CompositeAction,

    /// <summary>An action run by Node.</summary>
    JavaScriptAction,

    /// <summary>An action run in a container.</summary>
    DockerAction,

    /// <summary>An action whose <c>runs</c> says none of these.</summary>
    UnknownAction,
}
