using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Tells which steps read a variable of their environment.</summary>
internal static class StepReaders
{
    /// <summary>Whether a step is seen to read the variable that a use is bound to.</summary>
    public static bool Reads(PipelineContext context, TokenUse use, string job, Step step)
    {
        foreach (var reach in use.Reaches)
        {
            if (reach.StepIndex == step.Index && string.Equals(reach.Job, job, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return RunsAReader(context, use, step);
    }

    /// <summary>Whether the step runs a script of the repository in which the variable's name stands.</summary>
    private static bool RunsAReader(PipelineContext context, TokenUse use, Step step)
    {
        foreach (var call in context.Pipeline.ScriptCalls)
        {
            if (use.Binding is { } variable
                && call.Environment.ContainsKey(variable)
                && step.Script?.Body.Value.Contains(call.Path[(call.Path.LastIndexOf('/') + 1)..], StringComparison.Ordinal) == true
                && context.Repository.Files.Read(call.Path).Source?.Text.Contains(variable, StringComparison.Ordinal) != false)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the step is one of the platform's own actions, which read no variables of others.</summary>
    public static bool IsOfThePlatform(Step step) => step.Action?.Name?.StartsWith("actions/", StringComparison.Ordinal) == true;

    /// <summary>Whether a step could not read the variable unseen: a shell script, in which reads are followed.</summary>
    public static bool ShowsItsReads(Step step) => step.Script is { Language: ScriptLanguage.Shell };
}
