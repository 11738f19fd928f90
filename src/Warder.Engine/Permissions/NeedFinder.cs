using Warder.Engine.Auditing;
using Warder.Engine.Permissions.Callers;
using Warder.Engine.Permissions.Evidence;
using Warder.Engine.Permissions.Proof;
using Warder.Engine.Permissions.Values;
using Warder.Pipelines;

namespace Warder.Engine.Permissions;

/// <summary>Proves what the tokens of a workflow's jobs need.</summary>
public static class NeedFinder
{
    /// <summary>The needs of each job, in the order of the file; none for an action, which has no grant of its own.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pipeline">The workflow.</param>
    /// <param name="evidence">What runs were seen to use; it adds to what the files show.</param>
    public static IReadOnlyList<JobNeeds> Of(Repository repository, Pipeline pipeline, IReadOnlyList<Observation>? evidence = null)
    {
        if (pipeline.Kind != PipelineKind.Workflow || pipeline.Platform != "github")
        {
            return [];
        }

        var scope = new PipelineScope(inputs: null, secrets: null, [.. pipeline.Triggers.Select(t => t.Event)], GivenSecrets.Of(pipeline, repository.Facts.SecretNames))
        {
            Unasked = CallerScopes.Unasked(pipeline),
            Asked = new Lazy<IReadOnlyList<PipelineScope>>(() => CallerScopes.Asked(repository, pipeline)),
        };
        var all = new List<JobNeeds>(pipeline.Jobs.Count);
        foreach (var job in pipeline.Jobs)
        {
            var needs = new JobNeeds(pipeline.Path, job.Id);
            JobWalk.Visit(new JobProof(repository, needs, job.EffectivePermissions), pipeline, job, scope, via: []);
            AddSeen(needs, job, pipeline, evidence ?? []);
            all.Add(needs);
        }

        return all;
    }

    private static void AddSeen(JobNeeds needs, Job job, Pipeline pipeline, IReadOnlyList<Observation> evidence)
    {
        foreach (var seen in evidence)
        {
            if (string.Equals(seen.File, needs.Path, StringComparison.Ordinal) && string.Equals(seen.Job, needs.Job, StringComparison.Ordinal))
            {
                var reason = new NeedReason(needs.Path, pipeline.Source.GetPosition(job.KeySpan.Start), Step: null, "a run of the job was seen to use it", "evidence", Condition: null, Via: []);
                needs.Default.Add(seen.Permission, seen.Level, [], isAppOnly: false, Certainty.Certain, reason);
            }
        }
    }
}
