using Warder.Pipelines;

namespace Warder.Engine.Permissions.Evidence;

/// <summary>A permission that a run of a job was seen to use.</summary>
/// <param name="File">The workflow's file, relative to the repository.</param>
/// <param name="Job">The job's id.</param>
/// <param name="Permission">The permission.</param>
/// <param name="Level">The level.</param>
public sealed record Observation(string File, string Job, string Permission, GrantLevel Level);
