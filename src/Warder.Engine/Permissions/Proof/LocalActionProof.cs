using Warder.Engine.Permissions.Values;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Enters an action of the repository with the inputs that the step gives it.</summary>
internal static class LocalActionProof
{
    // Actions that each use many others cost their product: no job in the wild comes near.
    private const int MaxActions = 1000;

    public static void Visit(StepProof step, ActionReference action, string folder)
    {
        if (step.Job.Repository.LocalPipelines.FindAction(step.Job.InRepository(folder)) is not { } called)
        {
            step.Job.Ask(
                PossibleValue.DefaultToken,
                step.Question("missing-action", action.Span, action.Text, "there is no such action in this repository when the workflow starts"));
            return;
        }

        if (step.Job.Depth >= JobProof.MaxDepth || ++step.Job.ActionsEntered > MaxActions)
        {
            step.Job.Ask(PossibleValue.DefaultToken, step.Question("too-deep", action.Span, action.Text, $"actions call each other more than {JobProof.MaxDepth} deep, or {MaxActions} times"));
            return;
        }

        var inputs = Inputs(called, step.Input, step.Scope);
        if (called.Kind != PipelineKind.CompositeAction)
        {
            VisitProgram(step, action, called, inputs);
            return;
        }

        step.Job.Depth++;
        // Variables of the step are there in the action too; the contexts `inputs` and `secrets` are the action's own.
        var scope = new PipelineScope(inputs, secrets: null, step.Scope.Events)
        {
            Unasked = step.Scope.Unasked is { } unasked ? Within(step, called, unasked) : null,
            Asked = step.Scope.Asked is { } asked ? new Lazy<IReadOnlyList<PipelineScope>>(() => [.. asked.Value.Select(a => Within(step, called, a))]) : null,
        };
        foreach (var job in called.Jobs)
        {
            StepWalk.Visit(step.Job, called, job.Steps, scope.Within(job, step.Job.Repository.Facts.Actions), step.Variables, step.Through($"{action.Text} ({step.Pipeline.Path}:{step.Pipeline.Source.GetPosition(action.Span.Start).Line})"));
        }

        step.Job.Depth--;
    }

    /// <summary>The contexts of an action whose step has other contexts than it seems.</summary>
    private static PipelineScope Within(StepProof step, Pipeline called, PipelineScope outer) =>
        new(Inputs(called, name => step.Input(name, outer), outer), secrets: null, step.Scope.Events);

    /// <summary>The inputs of a called pipeline: what the step gives, else the default.</summary>
    private static Dictionary<string, PossibleValue> Inputs(Pipeline called, Func<string, PossibleValue?> given, PipelineScope scope)
    {
        var inputs = new Dictionary<string, PossibleValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var declared in called.Inputs)
        {
            inputs[declared.Name] = given(declared.Name)?.AsText()
                ?? (declared.DefaultIsToken ? PossibleValue.DefaultToken : ValueReader.Read(declared.Default ?? "", scope, variables: null));
        }

        return inputs;
    }

    /// <summary>A program of the action is not read; where the repository is the home of an action that is known, the facts say what it does.</summary>
    private static void VisitProgram(StepProof step, ActionReference action, Pipeline called, Dictionary<string, PossibleValue> inputs)
    {
        var folder = called.Path.Contains('/', StringComparison.Ordinal) ? "/" + called.Path[..called.Path.LastIndexOf('/')] : "";
        var facts = step.Job.Repository.Facts.Actions;
        if (step.Job.Repository.PlatformName is { } home && facts.Find(home + folder) is { IsInferred: false })
        {
            ActionProof.Visit(step, action, home + folder);
            return;
        }

        AskOfProgram(step, action, called, inputs);
    }

    private static void AskOfProgram(StepProof step, ActionReference action, Pipeline called, Dictionary<string, PossibleValue> inputs)
    {
        foreach (var (name, value) in inputs)
        {
            step.Job.Ask(value, step.Question("local-program", action.Span, action.Text, $"{called.Path} hands the token in `{name}` to a program that is not read"));
        }

        foreach (var name in step.Variables.Names)
        {
            if (step.Variables.Find(name) is { } value)
            {
                step.Job.Ask(value, step.Question("local-program", action.Span, action.Text, $"{called.Path} runs a program that sees the variable {name}, and it is not read"));
            }
        }
    }
}
