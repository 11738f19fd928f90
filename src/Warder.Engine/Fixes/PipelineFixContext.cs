using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Pipelines;

namespace Warder.Engine.Fixes;

/// <summary>What a fixer sees of one workflow or action.</summary>
public sealed class PipelineFixContext : FixContext
{
    internal PipelineFixContext(PipelineContext context)
        : base(context.Repository, context.Pipeline.Source) => Context = context;

    /// <summary>The workflow or action.</summary>
    public Pipeline Pipeline => Context.Pipeline;

    /// <summary>Its token uses.</summary>
    public IReadOnlyList<TokenUse> Uses => Context.Uses;

    /// <summary>Need against grant of its jobs.</summary>
    public IReadOnlyList<JobPermissions> Permissions => Context.Permissions;

    /// <summary>What a rule sees of it.</summary>
    internal PipelineContext Context { get; }
}
