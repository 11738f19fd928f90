using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Judges by its triggers what a stranger reaches through a pipeline.</summary>
internal static class RunDangers
{
    /// <summary>The worst that a value means in a job, by the events that carry it; runs that do not reach the job aside.</summary>
    public static RunDanger Of(PipelineContext context, Job job, UntrustedContext value)
    {
        var pipeline = context.Pipeline;
        var worst = pipeline.Kind == PipelineKind.Workflow ? RunDanger.None : RunDanger.ByCaller;
        foreach (var trigger in pipeline.Triggers)
        {
            if (trigger.Reach.InheritsCaller || value.Events.Contains(trigger.Event, StringComparer.Ordinal))
            {
                worst = (RunDanger)Math.Max((int)worst, (int)(Of(trigger) is RunDanger.Privileged && !context.StrangerRuns.Reach(trigger, job) ? RunDanger.ByOthers : Of(trigger)));
            }
        }

        return worst;
    }

    /// <summary>What a stranger reaches by a trigger.</summary>
    public static RunDanger Of(Trigger trigger) => trigger.Reach switch
    {
        { InheritsCaller: true } => RunDanger.ByCaller,
        { StartedByAnyone: true, ForkSeesSecrets: true } => RunDanger.Privileged,
        { StartedByAnyone: true } => RunDanger.Unprivileged,
        { UntrustedInput: true } => RunDanger.ByOthers,
        _ => RunDanger.None,
    };
}
