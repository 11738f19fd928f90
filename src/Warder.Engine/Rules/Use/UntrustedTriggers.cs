using Warder.Engine.Exposure.Reach;
using Warder.Engine.Facts;
using Warder.Pipelines;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rules.Use;

/// <summary>Tells whether somebody without write access can start a run that sees secrets.</summary>
internal static class UntrustedTriggers
{
    private static readonly string[] Guards =
    [
        "author_association", "github.actor", "github.triggering_actor", "label",
        ".login", ".fork", "full_name", "head_repository", "event.sender", "github.event.action", "permission",
    ];

    private static readonly string[] Refusals = ["exit ", "gh api", "curl ", "gh pr view"];

    /// <summary>The first trigger of that kind; null where there is none.</summary>
    public static Trigger? Find(Pipeline pipeline)
    {
        foreach (var trigger in pipeline.Triggers)
        {
            if (trigger.Reach is { StartedByAnyone: true, ForkSeesSecrets: true })
            {
                return trigger;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether something may hold strangers off: a condition on who or what, unless it is known to hold for their run, or an
    /// environment that may ask for approval.
    /// </summary>
    /// <param name="reach">The run of a stranger.</param>
    /// <param name="job">The job.</param>
    /// <param name="step">A step of it; null to look at the job alone.</param>
    public static bool IsGuarded(RunReach reach, Job job, Step? step) =>
        job.Environment is not null || IsGuard(reach, job.Condition) || IsGuard(reach, step?.Condition);

    /// <summary>Whether a step may end the job for a stranger: it is on a condition, asks in a script, or is an action of which nothing is known.</summary>
    public static bool MayRefuse(FactBase facts, Step step) =>
        step.Script is { } script ? HasGuard(step.Condition?.Value) || HasGuard(script.Body.Value) || Array.Exists(Refusals, r => script.Body.Value.Contains(r, StringComparison.Ordinal))
        : step.Action is { } action && (HasGuard(step.Condition?.Value) || action.Name is not { } name || facts.Actions.Find(name) is null
            || step.Inputs.Any(i => i.Name.Equals("script", StringComparison.OrdinalIgnoreCase)));

    private static bool IsGuard(RunReach reach, YamlScalar? condition) => condition is not null && HasGuard(condition.Value) && !reach.Lets(condition);

    private static bool HasGuard(string? condition)
    {
        if (condition is null)
        {
            return false;
        }

        foreach (var guard in Guards)
        {
            if (condition.Contains(guard, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
