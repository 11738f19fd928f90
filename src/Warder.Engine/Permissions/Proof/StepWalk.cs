using Warder.Engine.Permissions.Values;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Proof;

/// <summary>Walks the steps of a job, or of an action that one of them uses, in the order in which they run.</summary>
internal static class StepWalk
{
    public static void Visit(JobProof job, Pipeline pipeline, IReadOnlyList<Step> steps, PipelineScope scope, VariableScope variables, IReadOnlyList<string> via)
    {
        foreach (var step in steps)
        {
            var condition = EventCondition.Of(step.Condition);
            if (condition.IsNever(scope))
            {
                continue;
            }

            var doubt = job.Doubt;
            job.Doubt ??= condition.OnlyWhereAsked(scope);
            Visit(new StepProof(job, pipeline, step, scope.With(condition.Narrow(scope.Events)), variables, via));
            job.Doubt = doubt;
        }
    }

    private static void Visit(StepProof step)
    {
        if (step.Step.Script is { } script)
        {
            new ScriptProof(step).Visit(script);
        }
        else if (step.Step.Action is { } action)
        {
            if (action.LocalPath is { } folder)
            {
                LocalActionProof.Visit(step, action, folder);
            }
            else if (action.Name is { } name)
            {
                ActionProof.Visit(step, action, name);
            }
            else
            {
                ImageProof.Visit(step, action);
            }
        }
    }
}
