using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Reach;
using Warder.Pipelines;
using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Exposure.Flow;

/// <summary>A step as it runs in a job: one written there, one of an action of the repository that is used there, or a script handed to an action that runs it.</summary>
/// <param name="Source">The file it is written in.</param>
/// <param name="Step">The step; for a script handed to an action, a step of that script.</param>
/// <param name="Outer">The step of the job that brings it about.</param>
internal sealed record RunningStep(SourceText Source, Step Step, Step Outer)
{
    private const int MostLevels = 4;

    /// <summary>Where to look at it.</summary>
    public TextSpan Span => Step.Action?.Span ?? Step.Script!.Body.Span;

    /// <summary>The steps of a job in the order they run; a step of an action that its inputs are known to skip is left out.</summary>
    public static IReadOnlyList<RunningStep> Of(PipelineContext context, Job job)
    {
        var steps = new List<RunningStep>();
        var folders = new CheckoutFolders(job);
        foreach (var step in job.Steps)
        {
            Add(steps, context.Repository, folders, context.Source, step, step, _ => RunValue.Any, MostLevels);
        }

        return steps;
    }

    private static void Add(List<RunningStep> steps, Repository repository, CheckoutFolders folders, SourceText source, Step step, Step outer, Func<IReadOnlyList<string>, RunValue> contexts, int levels)
    {
        if (step.Action is null && step.Script is null)
        {
            return;
        }

        steps.Add(new RunningStep(source, step, outer));
        if (step.Action?.Name is { } name && repository.Facts.Actions.Find(name) is { ScriptsAreApart: false } fact)
        {
            steps.AddRange(
                from input in step.Inputs
                where input.Value is not null && fact.ScriptInputs.Contains(input.Name, StringComparer.OrdinalIgnoreCase)
                select new RunningStep(source, Handed(step, input.Value!), outer));
        }

        if (levels == 0 || step.Action?.LocalPath is not { } path || repository.LocalPipelines.FindAction(folders.InRepository(path)) is not { Kind: PipelineKind.CompositeAction } action)
        {
            return;
        }

        var inputs = action.Inputs.ToDictionary(i => i.Name, i => ValueOf(step, i, contexts), StringComparer.OrdinalIgnoreCase);
        RunValue Within(IReadOnlyList<string> at) => at is ["inputs", var input] ? inputs.GetValueOrDefault(input, RunValue.Nothing) : RunValue.Any;
        foreach (var inner in action.Jobs.SelectMany(j => j.Steps))
        {
            if (inner.Condition is not { } condition || Read(condition, Within)?.Truth != false)
            {
                Add(steps, repository, folders, action.Source, inner, outer, Within, levels - 1);
            }
        }
    }

    private static Step Handed(Step step, YamlScalar script) => new()
    {
        Index = step.Index,
        Span = step.Span,
        Id = step.Id,
        Name = step.Name,
        Condition = step.Condition,
        Variables = step.Variables,
        Script = new StepScript(script, ScriptLanguage.Shell, workingDirectory: null),
    };

    /// <summary>What an input holds; all inputs of actions are texts.</summary>
    private static RunValue ValueOf(Step step, DeclaredInput input, Func<IReadOnlyList<string>, RunValue> contexts)
    {
        var given = step.Inputs.FirstOrDefault(i => i.Name.Equals(input.Name, StringComparison.OrdinalIgnoreCase));
        return given is null ? GitHubExpressions.IsTemplate(input.Default ?? "") ? RunValue.Any : new RunValue.Known(input.Default ?? "")
            : given.Value is not { } value ? RunValue.Any
            : GitHubExpressions.IsTemplate(value.Value) ? Read(value, contexts) ?? RunValue.Any
            : new RunValue.Known(value.Value);
    }

    /// <summary>What a text that is one expression comes to; null where it is not one.</summary>
    private static RunValue? Read(YamlScalar scalar, Func<IReadOnlyList<string>, RunValue> contexts) =>
        new GitHubExpressions().InCondition(scalar) is [var (place, result)] && place.Outer.Length >= scalar.Value.Trim().Length && result.Root is { } root
            ? new RunCondition(contexts, succeeded: null).Read(root)
            : null;
}
