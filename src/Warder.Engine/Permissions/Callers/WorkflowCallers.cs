using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Warder.Engine.Auditing;

namespace Warder.Engine.Permissions.Callers;

/// <summary>Finds the jobs of a repository that call one of its workflows.</summary>
internal static class WorkflowCallers
{
    private static readonly ConditionalWeakTable<LocalPipelines, ConcurrentDictionary<string, IReadOnlyList<WorkflowCaller>>> Known = [];

    /// <param name="repository">The repository.</param>
    /// <param name="path">The path of the called workflow.</param>
    /// <returns>The calling jobs, by the paths of their workflows and in the order of each file.</returns>
    public static IReadOnlyList<WorkflowCaller> Of(Repository repository, string path) =>
        Known.GetOrCreateValue(repository.LocalPipelines).GetOrAdd(path, static (p, pipelines) => Find(pipelines, p), repository.LocalPipelines);

    private static List<WorkflowCaller> Find(LocalPipelines pipelines, string path)
    {
        var found = new List<WorkflowCaller>();
        foreach (var file in pipelines.Index.Naming(path))
        {
            if (pipelines.FindWorkflow(file) is not { } pipeline)
            {
                continue;
            }

            foreach (var job in pipeline.Jobs)
            {
                if (job.Call is { } call && string.Equals(call.LocalPath, path, StringComparison.Ordinal))
                {
                    found.Add(new WorkflowCaller(pipeline, job, call));
                }
            }
        }

        return found;
    }
}
