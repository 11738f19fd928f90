using Warder.Engine.Exposure.Flow;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Exposure.Reach;

/// <summary>Tells whether a value names code of a stranger, by itself or through variables and outputs.</summary>
internal static class StrangerRef
{
    /// <summary>The input that makes a checkout take a stranger's code; null where nothing does.</summary>
    public static InputEntry? Of(RunReach reach, Job job, Step step) => !CheckoutStep.Is(step) ? null
        : step.Inputs.FirstOrDefault(i => i.Name.ToLowerInvariant() is "ref" or "repository" && i.Value is { } value && IsIn(reach, job, step, value));

    /// <summary>Whether a value names code of a stranger, in a run.</summary>
    public static bool IsIn(RunReach reach, Job job, Step? step, YamlScalar value) => new StrangerSearch(reach).IsIn(job, step, value);

    /// <summary>Whether an expression comes to the name of a stranger's code, in a run.</summary>
    public static bool IsIn(RunReach reach, Job job, Step? step, ExpressionNode node) => new StrangerSearch(reach).IsIn(job, step, node);
}
