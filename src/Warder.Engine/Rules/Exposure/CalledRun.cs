using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Reach;
using Warder.Engine.Permissions;
using Warder.Engine.Rules.Use;
using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Rules.Exposure;

/// <summary>A stranger's code that runs in a workflow of the repository which a job calls, by itself or through another.</summary>
/// <param name="Callee">The workflow in which it runs.</param>
/// <param name="Job">Its job.</param>
/// <param name="Tree">Where it is fetched.</param>
/// <param name="Runner">The step that runs it, and where.</param>
/// <param name="Secrets">What it can reach: every secret, or the name of one.</param>
/// <param name="IsGuarded">Whether a job on the way may hold strangers off.</param>
internal sealed record CalledRun(Pipeline Callee, Job Job, ForeignTree Tree, (Step Step, TextSpan Span) Runner, string Secrets, bool IsGuarded)
{
    // The platform nests at most ten workflows; the second bound is for files in which many jobs call many.
    private const int MostNested = 9;
    private const int MostJobs = 1000;

    /// <summary>The first such run within reach of a token; null where there is none.</summary>
    public static CalledRun? Of(Repository repository, RunReach reach, Job job)
    {
        var open = new Stack<Place>([new Place(reach, job, "every secret", job.EffectivePermissions, IsGuarded: false, Depth: 0)]);
        for (var jobs = 0; jobs < MostJobs && open.TryPop(out var at); jobs++)
        {
            if (at.Job.Call is not { } call || call.LocalPath is not { } path || repository.LocalPipelines.FindWorkflow(path) is not { } callee)
            {
                continue;
            }

            jobs += callee.Jobs.Count;
            var within = at.Reach.Into(at.Job, call, callee);
            var secrets = at.Secrets is null || call.InheritSpan is not null ? at.Secrets : call.Secrets.Count > 0 ? call.Secrets[0].Name : null;
            var isGuarded = at.IsGuarded || UntrustedTriggers.IsGuarded(at.Reach, at.Job, step: null) || UntrustedCodeWithToken.WaitsForOthers(repository, at.Reach, at.Job);
            List<Place> nested = [];
            foreach (var called in callee.Jobs)
            {
                if (!within.Reaches(called))
                {
                    continue;
                }

                var permissions = called.EffectivePermissions ?? at.Permissions;
                if (called.Call is not null)
                {
                    if (at.Depth < MostNested)
                    {
                        nested.Add(new Place(within, called, secrets, permissions, isGuarded, at.Depth + 1));
                    }
                }
                else if ((secrets is not null || EffectiveGrants.Of(permissions) != GrantReach.ReadOnly)
                    && ForeignTree.Of(within, called) is { } tree && tree.Runner(within, called) is { } runner)
                {
                    return new CalledRun(callee, called, tree, runner, secrets ?? TokenReference.DefaultTokenName, isGuarded || UntrustedTriggers.IsGuarded(within, called, tree.Step));
                }
            }

            // The first job of the file is followed first.
            for (var i = nested.Count - 1; i >= 0; i--)
            {
                open.Push(nested[i]);
            }
        }

        return null;
    }

    private sealed record Place(RunReach Reach, Job Job, string? Secrets, PermissionSet? Permissions, bool IsGuarded, int Depth);
}
