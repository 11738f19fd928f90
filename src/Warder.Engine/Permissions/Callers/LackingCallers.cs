using Warder.Engine.Auditing;
using Warder.Pipelines;

namespace Warder.Engine.Permissions.Callers;

/// <summary>Names the jobs that call a workflow and do not grant in writing what one of its jobs needs.</summary>
internal static class LackingCallers
{
    private const int MaxNamed = 4;

    /// <summary>What to do at the callers, as the end of a sentence that says what to write at the job; empty where there is nothing.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="pipeline">The workflow of the job.</param>
    /// <param name="permission">The permission.</param>
    /// <param name="level">The level that is needed.</param>
    public static string Told(Repository repository, Pipeline pipeline, string permission, GrantLevel level)
    {
        if (!pipeline.Triggers.Any(t => t.Reach.InheritsCaller))
        {
            return "";
        }

        if (WorkflowCallers.Of(repository, pipeline.Path).Count == 0)
        {
            return "; every caller must grant it too, or its workflow does not start";
        }

        var lacking = new List<string>();
        Find(repository, pipeline.Path, permission, level, lacking, [pipeline.Path]);
        if (lacking.Count == 0)
        {
            return "";
        }

        var more = lacking.Count > MaxNamed ? $" and {lacking.Count - MaxNamed} more" : "";
        return $", and first at {(lacking.Count == 1 ? "the caller" : "the callers")}, or the whole workflow does not start: {string.Join(", ", lacking.Take(MaxNamed))}{more}";
    }

    private static void Find(Repository repository, string path, string permission, GrantLevel level, List<string> lacking, HashSet<string> seen)
    {
        foreach (var caller in WorkflowCallers.Of(repository, path))
        {
            if (caller.Job.EffectivePermissions is { Form: not PermissionForm.Invalid } granted && granted.LevelOf(permission) is { } given && given < level)
            {
                lacking.Add($"job {caller.Job.Id} of {caller.Pipeline.Path}");
            }

            // Its own callers must grant it as well.
            if (seen.Add(caller.Pipeline.Path))
            {
                Find(repository, caller.Pipeline.Path, permission, level, lacking, seen);
            }
        }
    }
}
