using Warder.Engine.Auditing;
using Warder.Engine.Facts;
using Warder.Pipelines;

namespace Warder.Engine.Exposure.Flow;

/// <summary>Reads what a checkout takes and what it leaves behind.</summary>
internal static class CheckoutStep
{
    private const string Action = "actions/checkout";
    private const int OutsideTheTree = 6;
    private static readonly string[] OfStrangers =
    [
        "github.event.pull_request.head.sha", "github.event.pull_request.head.ref", "github.event.pull_request.head.repo", "github.head_ref",
        "github.event.workflow_run.head_sha", "github.event.workflow_run.head_branch", "github.event.workflow_run.head_commit",
        "github.event.workflow_run.head_repository", "github.event.pull_request.merge_commit_sha", "github.event.workflow_run.pull_requests",
    ];

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

    /// <summary>The input that makes it take the code of a pull request or of the run that came before; null where nothing does.</summary>
    public static InputEntry? OfStranger(Step step)
    {
        if (!Is(step))
        {
            return null;
        }

        return step.Inputs.FirstOrDefault(i => i.Name.ToLowerInvariant() is "ref" or "repository" && i.Value is { } value && NamesStranger(value.Value));
    }

    /// <summary>Whether a text names the code of a pull request, or of the run that came before.</summary>
    public static bool NamesStranger(string text) =>
        OfStrangers.Any(s => text.Contains(s, StringComparison.OrdinalIgnoreCase)) || text.Contains("refs/pull/", StringComparison.Ordinal);

    /// <summary>Whether a checkout in a callable pipeline takes its code by an input of the pipeline.</summary>
    public static bool TakesInput(Step step, string input) =>
        Is(step) && step.Inputs.Any(i => i.Name.ToLowerInvariant() is "ref" or "repository" && i.Value?.Value is { } value
            && value.Replace(" ", "", StringComparison.Ordinal).Contains($"{{{{inputs.{input}}}}}", StringComparison.OrdinalIgnoreCase));

    /// <summary>An input's value; null where it is not given.</summary>
    public static string? InputOf(Step step, string name) =>
        step.Inputs.FirstOrDefault(i => i.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value?.Value.Trim();
}
