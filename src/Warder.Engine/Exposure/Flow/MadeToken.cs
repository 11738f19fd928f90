using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax.Shell;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Tells where a value is a token that a step of the run made, or an input of the action, which may be filled with one.</summary>
internal static class MadeToken
{
    /// <summary>Whether a path names a token that an earlier step of the job made: <c>steps.app.outputs.token</c>.</summary>
    public static bool IsMade(ActionFacts facts, Job job, IReadOnlyList<string> path) =>
        path is ["steps", var id, "outputs", var output]
        && job.Steps.FirstOrDefault(s => id.Equals(s.Id, StringComparison.OrdinalIgnoreCase))?.Action?.Name is { } action
        && output.Equals(facts.Find(action)?.MintedOutput, StringComparison.OrdinalIgnoreCase);

    /// <summary>The paths that a value can come from: <c>inputs.token</c>, <c>steps.app.outputs.token</c>.</summary>
    public static IEnumerable<IReadOnlyList<string>> SourcesOf(PipelineContext context, YamlScalar value) =>
        context.Expressions.In(value).SelectMany(e => Sources(e.Result.Root));

    /// <summary>The paths that what an expansion puts into a script can come from: by the reference itself, or by the variable's value.</summary>
    public static IEnumerable<IReadOnlyList<string>> SourcesOf(PipelineContext context, Job job, Step step, ShellExpansion expansion) => expansion switch
    {
        { Kind: ShellExpansionKind.Template } => context.Expressions.In(step.Script!.Body).Where(e => e.Place.Outer.Start >= expansion.Span.Start && e.Place.Outer.End <= expansion.Span.End).SelectMany(e => Sources(e.Result.Root)),
        { Kind: ShellExpansionKind.Variable, IsLength: false, IsIndirect: false, Name: { } name, Operator: not (":+" or "+") } when BoundVariable.ValueOf(context, job, step, name) is { } bound => SourcesOf(context, bound),
        _ => [],
    };

    private static IEnumerable<IReadOnlyList<string>> Sources(ExpressionNode? node) => node switch
    {
        ExpressionNode.Binary { Operator: "||" } either => Sources(either.Left).Concat(Sources(either.Right)),
        ExpressionNode.Binary { Operator: "&&" } both => Sources(both.Right),
        ExpressionNode.Context or ExpressionNode.Access when UntrustedContexts.PathOf(node) is { } path => [path],
        _ => [],
    };
}
