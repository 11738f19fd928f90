using Warder.Engine.Auditing;
using Warder.Engine.Permissions.Proof;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>Proves what the tokens of a workflow's jobs need.</summary>
public static class NeedFinder
{
    /// <summary>The needs of each job, in the order of the file; none for an action, which has no grant of its own.</summary>
    public static IReadOnlyList<JobNeeds> Of(Repository repository, Pipeline pipeline)
    {
        if (pipeline.Kind != PipelineKind.Workflow || pipeline.Platform != "github")
        {
            return [];
        }

        var scope = new PipelineScope(inputs: null, secrets: null, [.. pipeline.Triggers.Select(t => t.Event)], pipeline.IsCallable);
        var all = new List<JobNeeds>(pipeline.Jobs.Count);
        foreach (var job in pipeline.Jobs)
        {
            var needs = new JobNeeds(pipeline.Path, job.Id);
            JobWalk.Visit(new JobProof(repository, needs, job.EffectivePermissions), pipeline, job, scope, via: []);
            all.Add(needs);
        }

        return all;
    }
}
