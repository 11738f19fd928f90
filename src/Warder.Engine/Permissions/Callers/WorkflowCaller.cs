using Warder.Pipelines;

namespace Warder.Engine.Permissions.Callers;

/// <summary>A job that calls a workflow of its repository.</summary>
/// <param name="Pipeline">The workflow in which it stands.</param>
/// <param name="Job">The job.</param>
/// <param name="Call">The call.</param>
internal sealed record WorkflowCaller(Pipeline Pipeline, Job Job, PipelineCall Call);
