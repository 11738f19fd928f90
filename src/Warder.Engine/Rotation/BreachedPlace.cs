using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Engine.Rotation;

/// <summary>Where a breach happened: in a workflow of the repository, or in an action that its jobs ran.</summary>
/// <param name="Workflow">The workflow's path, relative to the repository; null for an action.</param>
/// <param name="Action">The action as <c>owner/name</c>, or with a path in its repository; null for a workflow.</param>
public sealed record BreachedPlace(string? Workflow, string? Action)
{
    /// <summary>The place for people.</summary>
    public override string ToString() => Workflow is not null ? $"workflow {Workflow}" : $"action {Action}";

    /// <summary>
    /// The jobs of a workflow or action that the place had in its hands: all of a breached workflow; those in which a breached action
    /// ran, itself or within an action of the repository.
    /// </summary>
    internal IEnumerable<Job> JobsIn(Pipeline pipeline, string path, Repository repository) => Workflow is not null
        ? string.Equals(path, Workflow, StringComparison.Ordinal) ? pipeline.Jobs : []
        : pipeline.Jobs.Where(j => j.Steps.Any(s => Runs(s, repository, depth: 0)) || Calls(j));

    private bool Runs(Step step, Repository repository, int depth)
    {
        const int Deepest = 10;
        if (step.Action is not { } action || depth > Deepest)
        {
            return false;
        }

        return IsIt(action.Name)
            || (action.LocalPath is { } local && repository.LocalPipelines.FindAction(local) is { } inner
                && inner.Jobs.SelectMany(j => j.Steps).Any(s => Runs(s, repository, depth + 1)));
    }

    // A called workflow of another repository is named like an action.
    private bool Calls(Job job) => job.Call is { LocalPath: null } call && IsIt(call.Target.Split('@')[0]);

    private bool IsIt(string? name) =>
        name is not null
        && (string.Equals(name, Action, StringComparison.OrdinalIgnoreCase)
            || name.StartsWith(Action + "/", StringComparison.OrdinalIgnoreCase));
}
