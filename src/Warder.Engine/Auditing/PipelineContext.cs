using Warder.Engine.Findings;
using Warder.Pipelines;

namespace Warder.Engine.Auditing;

/// <summary>What a rule sees of a workflow or action.</summary>
public sealed class PipelineContext : RuleContext
{
    internal PipelineContext(Repository repository, Pipeline pipeline, IReadOnlyList<TokenUse> uses, FindingSink sink)
        : base(repository, pipeline.Source, sink)
    {
        Pipeline = pipeline;
        Uses = uses;
    }

    /// <summary>The workflow or action.</summary>
    public Pipeline Pipeline { get; }

    /// <summary>Its token uses, implicit ones included, in the order of the text.</summary>
    public IReadOnlyList<TokenUse> Uses { get; }
}
