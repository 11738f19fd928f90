using System.Collections.Concurrent;
using Warder.Pipelines;
using Warder.Pipelines.GitHub;

namespace Warder.Engine.Auditing;

/// <summary>Callable workflows and actions of the repository, each read once however many call it.</summary>
public sealed class LocalPipelines
{
    private readonly RepositoryFiles _files;
    private readonly ConcurrentDictionary<string, Lazy<Pipeline?>> _read = new(StringComparer.Ordinal);
    private readonly Lazy<WorkflowIndex> _index;

    /// <summary>Over the files of a repository.</summary>
    public LocalPipelines(RepositoryFiles files)
    {
        _files = files;
        _index = new(() => WorkflowIndex.Of(files));
    }

    /// <summary>What the workflows call themselves and name, looked for when first asked for.</summary>
    internal WorkflowIndex Index => _index.Value;

    /// <summary>The called workflow at this path; null where there is none that can be read.</summary>
    public Pipeline? FindWorkflow(string path) => Read(path);

    /// <summary>The action in this folder (the empty path is the root); null where there is none that can be read.</summary>
    public Pipeline? FindAction(string folder)
    {
        var prefix = folder.Length == 0 ? "" : folder.TrimEnd('/') + "/";
        return Read(prefix + "action.yml") ?? Read(prefix + "action.yaml");
    }

    /// <summary>The workflow that gives itself this name, or that has this path; null where there is none, or several.</summary>
    public Pipeline? FindNamed(string name)
    {
        Pipeline? found = null;
        foreach (var (path, written) in Index.Names)
        {
            // Most names stand there as they are; only those that may be written in another way are read as YAML.
            var isIt = written is null ? string.Equals(Read(path)?.Name ?? path, name, StringComparison.Ordinal) : string.Equals(written, name, StringComparison.Ordinal);
            if (isIt && Read(path) is { } pipeline)
            {
                if (found is not null)
                {
                    return null;
                }

                found = pipeline;
            }
        }

        return found;
    }

    /// <summary>A workflow or action that was read before, by its path; null where it was not.</summary>
    public Pipeline? Known(string path) => _read.TryGetValue(path, out var read) && read.IsValueCreated ? read.Value : null;

    private Pipeline? Read(string path) => _read.GetOrAdd(path, p => new Lazy<Pipeline?>(() => ReadFile(p))).Value;

    private Pipeline? ReadFile(string path) =>
        _files.Exists(path) && _files.Read(path).Source is { } source ? GitHubReader.Read(source) : null;
}
