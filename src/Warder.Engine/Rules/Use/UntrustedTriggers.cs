using Warder.Pipelines;

namespace Warder.Engine.Rules.Use;

/// <summary>Tells whether somebody without write access can start a run that sees secrets.</summary>
internal static class UntrustedTriggers
{
    private static readonly string[] Guards =
    [
        "author_association", "github.actor", "github.triggering_actor", "label",
        ".login", ".fork", "full_name", "head_repository", "event.sender", "github.event.action", "permission",
    ];

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

    /// <summary>Whether something may hold strangers off: a condition on who or what, or an environment that may ask for approval.</summary>
    public static bool IsGuarded(Job? job, Step? step) =>
        job?.Environment is not null || HasGuard(job?.Condition?.Value) || HasGuard(step?.Condition?.Value);

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
