using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Warder.Engine.Auditing;
using Warder.Pipelines.GitHub;

namespace Warder.Engine.Permissions.Callers;

/// <summary>Finds the jobs of a repository that call one of its workflows.</summary>
internal static class WorkflowCallers
{
    private static readonly ConditionalWeakTable<Repository, ConcurrentDictionary<string, IReadOnlyList<WorkflowCaller>>> Known = [];

    /// <param name="repository">The repository.</param>
    /// <param name="path">The path of the called workflow.</param>
    /// <returns>The calling jobs, by the paths of their workflows and in the order of each file.</returns>
    public static IReadOnlyList<WorkflowCaller> Of(Repository repository, string path) =>
        Known.GetOrCreateValue(repository).GetOrAdd(path, static (p, r) => Find(r, p), repository);

    private static List<WorkflowCaller> Find(Repository repository, string path)
    {
        var found = new List<WorkflowCaller>();
        foreach (var file in repository.Files.Paths.Where(GitHubReader.IsWorkflowPath))
        {
            // A file that does not name it need not be parsed for that.
            if (repository.Files.Read(file).Source?.Text.Contains(path, StringComparison.Ordinal) != true || repository.LocalPipelines.FindWorkflow(file) is not { } pipeline)
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
