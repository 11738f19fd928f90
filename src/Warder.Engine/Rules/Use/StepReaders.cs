using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Flow;
using Warder.Engine.Fixes;
using Warder.Pipelines;
using Warder.Pipelines.Scripts;

namespace Warder.Engine.Rules.Use;

/// <summary>Tells which steps of a job read a variable of their environment.</summary>
internal sealed class StepReaders
{
    private const int MaxDepth = 3;
    private readonly PipelineContext _context;
    private readonly TokenUse _use;
    private readonly Job _job;
    private readonly CheckoutFolders _folders;

    /// <summary>For the variable that a use is bound to, in one job.</summary>
    public StepReaders(PipelineContext context, TokenUse use, Job job)
    {
        _context = context;
        _use = use;
        _job = job;
        _folders = new CheckoutFolders(job);
    }

    /// <summary>What is known of a step.</summary>
    public StepReading Of(Step step)
    {
        foreach (var reach in _use.Reaches)
        {
            if (reach.StepIndex == step.Index && string.Equals(reach.Job, _job.Id, StringComparison.Ordinal))
            {
                return StepReading.Seen;
            }
        }

        // A variable of its own hides this one from the step.
        return _use.Binding is not { } variable || step.Variables.Any(v => v.Name == variable) ? StepReading.NotSeen
            : AsksForIt(step, variable) ? StepReading.Seen
            : OfCode(step, variable, _context.Pipeline, depth: 0);
    }

    /// <summary>Whether the step is one of the platform's own actions, which read no variables of others.</summary>
    public static bool IsOfThePlatform(Step step) => step.Action?.Name?.StartsWith("actions/", StringComparison.Ordinal) == true;

    /// <summary>Whether a step could not read the variable unseen: a shell script, in which reads are followed, that runs no script of a file.</summary>
    public static bool ShowsItsReads(PipelineContext context, Step step) =>
        step.Script is { Language: ScriptLanguage.Shell } script && !Calls(context.Pipeline, script).Any();

    /// <summary>Whether the condition, an input or a variable of the step names it by the <c>env</c> context, be it only to compare it.</summary>
    private static bool AsksForIt(Step step, string variable) =>
        (step.Condition is { } condition && EnvironmentReads.IsReadOutside(condition.Value, variable, []))
        || step.Inputs.Any(i => i.Value is { } value && EnvironmentReads.IsReadOutside(value.Value, variable, []))
        || step.Variables.Any(v => v.Value is { } value && EnvironmentReads.IsReadOutside(value.Value, variable, []));

    /// <summary>What is known of the scripts and actions of the repository that a step runs.</summary>
    private StepReading OfCode(Step step, string variable, Pipeline pipeline, int depth)
    {
        if (step.Action?.LocalPath is { } folder)
        {
            return OfAction(folder, variable, depth);
        }

        var worst = StepReading.NotSeen;
        foreach (var path in step.Script is { } script ? Calls(pipeline, script) : [])
        {
            var text = _context.Repository.LocalScripts.Text(_folders.InRepository(path));
            var names = text?.Contains(variable, StringComparison.Ordinal);
            if (names == true && !path.EndsWith("Makefile", StringComparison.Ordinal))
            {
                return StepReading.Seen;
            }

            // Of a file of many targets it is not told here which of them are made.
            worst = names == false ? worst : StepReading.Unknown;
        }

        return worst;
    }

    /// <summary>What is known of an action of the repository: the steps of a composite one run in the environment of the step that uses it.</summary>
    private StepReading OfAction(string folder, string variable, int depth)
    {
        if (depth >= MaxDepth || _context.Repository.LocalPipelines.FindAction(_folders.InRepository(folder)) is not { Kind: PipelineKind.CompositeAction } action)
        {
            return StepReading.Unknown;
        }

        var worst = StepReading.NotSeen;
        foreach (var step in action.Jobs.SelectMany(j => j.Steps))
        {
            var found = AsksForIt(step, variable) || (step.Script is { } script && VariableName.Mentions(script.Body.Value, variable, StringComparison.Ordinal))
                ? StepReading.Seen
                : OfCode(step, variable, action, depth + 1);
            worst = found > worst ? found : worst;
        }

        return worst;
    }

    /// <summary>The files that a script runs, by their paths in the workspace.</summary>
    private static IEnumerable<string> Calls(Pipeline pipeline, StepScript script)
    {
        if (script.Language != ScriptLanguage.Shell)
        {
            return pipeline.ScriptCalls.Select(c => c.Path).Where(p => script.Body.Value.Contains(p[(p.LastIndexOf('/') + 1)..], StringComparison.Ordinal));
        }

        var folder = pipeline.Kind == PipelineKind.Workflow ? null : pipeline.Path[..Math.Max(pipeline.Path.LastIndexOf('/'), 0)];
        return ScriptCallFinder.Find(script.Shell, script.WorkingDirectory, folder);
    }
}
