using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Reads what a checkout takes and what it leaves behind.</summary>
internal static class CheckoutStep
{
    private const string Action = "actions/checkout";
    private const int OutsideTheTree = 6;

    /// <summary>Whether a step is a checkout.</summary>
    public static bool Is(Step step) => step.Action is { Name: Action };

    /// <summary>Whether the token of the checkout stays in the configuration for later steps.</summary>
    public static bool Persists(Step step) => !string.Equals(InputOf(step, "persist-credentials"), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token lies within the tree that was checked out; since version 6 it lies outside. Null where the version is not known.</summary>
    public static bool? KeepsInTree(PipelineContext context, Step step) => ActionVersion.MajorOf(context.Source, step.Action!) is { } major ? major < OutsideTheTree : null;

    /// <summary>The token that is given to it; null for the default token.</summary>
    public static TokenUse? TokenUse(PipelineContext context, Job job, Step step) =>
        context.Uses.FirstOrDefault(u => u.StepIndex == step.Index && u.Scope == UseScope.ActionInput && string.Equals(u.Job, job.Id, StringComparison.Ordinal)
            && (string.Equals(u.Binding, "token", StringComparison.OrdinalIgnoreCase) || string.Equals(u.Binding, "ssh-key", StringComparison.OrdinalIgnoreCase)));

    /// <summary>An input's value; null where it is not given.</summary>
    public static string? InputOf(Step step, string name) =>
        step.Inputs.FirstOrDefault(i => i.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value?.Value.Trim();
}
