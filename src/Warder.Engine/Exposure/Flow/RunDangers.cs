using Warder.Pipelines;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Judges by its triggers what a stranger reaches through a pipeline.</summary>
internal static class RunDangers
{
    /// <summary>The worst that a value means, by the events that carry it.</summary>
    public static RunDanger Of(Pipeline pipeline, UntrustedContext context)
    {
        var worst = pipeline.Kind == PipelineKind.Workflow ? RunDanger.None : RunDanger.ByCaller;
        foreach (var trigger in pipeline.Triggers)
        {
            if (trigger.Reach.InheritsCaller || context.Events.Contains(trigger.Event, StringComparer.Ordinal))
            {
                worst = (RunDanger)Math.Max((int)worst, (int)Of(trigger));
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

    /// <summary>The first trigger by which a stranger starts a run with secrets; null where there is none.</summary>
    public static Trigger? Privileged(Pipeline pipeline) => pipeline.Triggers.FirstOrDefault(t => Of(t) == RunDanger.Privileged);
}
