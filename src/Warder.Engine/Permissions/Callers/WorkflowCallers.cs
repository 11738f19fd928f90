using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Warder.Engine.Auditing;
using Warder.Pipelines.GitHub;
using Warder.Syntax;

namespace Warder.Engine.Permissions.Callers;

/// <summary>Finds the jobs of a repository that call one of its workflows.</summary>
internal sealed class WorkflowCallers
{
    private static readonly ConditionalWeakTable<Repository, WorkflowCallers> Known = [];
    private static readonly SearchValues<byte> EndOfPath = SearchValues.Create(" \t\r\n\"'@#,}"u8);
    private readonly Repository _repository;
    private readonly Lazy<Dictionary<string, List<string>>> _naming;
    private readonly ConcurrentDictionary<string, IReadOnlyList<WorkflowCaller>> _found = new(StringComparer.Ordinal);

    private WorkflowCallers(Repository repository)
    {
        _repository = repository;
        _naming = new(FindNames);
    }

    private static ReadOnlySpan<byte> Folder => ".github/workflows/"u8;

    /// <param name="repository">The repository.</param>
    /// <param name="path">The path of the called workflow.</param>
    /// <returns>The calling jobs, by the paths of their workflows and in the order of each file.</returns>
    public static IReadOnlyList<WorkflowCaller> Of(Repository repository, string path)
    {
        var callers = Known.GetValue(repository, r => new WorkflowCallers(r));
        return callers._found.GetOrAdd(path, callers.Find);
    }

    private List<WorkflowCaller> Find(string path)
    {
        var found = new List<WorkflowCaller>();
        foreach (var file in _naming.Value.GetValueOrDefault(path) ?? [])
        {
            foreach (var job in _repository.LocalPipelines.FindWorkflow(file)?.Jobs ?? [])
            {
                if (job.Call is { } call && string.Equals(call.LocalPath, path, StringComparison.Ordinal))
                {
                    found.Add(new WorkflowCaller(_repository.LocalPipelines.FindWorkflow(file)!, job, call));
                }
            }
        }

        return found;
    }

    /// <summary>The workflows that name others, by what they name: each file is looked through once, and only those that name one are parsed.</summary>
    private Dictionary<string, List<string>> FindNames()
    {
        var naming = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var file in _repository.Files.Paths.Where(GitHubReader.IsWorkflowPath))
        {
            var read = _repository.Files.Read(file, bytes =>
            {
                Note(naming, file, bytes);
                return false;
            });
            if (!ReferenceEquals(read, DecodedText.PassedOver) && read.Source is { } source)
            {
                Note(naming, file, Encoding.UTF8.GetBytes(source.Text));
            }
        }

        return naming;
    }

    private static void Note(Dictionary<string, List<string>> naming, string file, ReadOnlySpan<byte> bytes)
    {
        for (var rest = bytes; rest.IndexOf(Folder) is >= 0 and var at;)
        {
            rest = rest[(at + Folder.Length)..];
            var end = rest.IndexOfAny(EndOfPath);
            var name = Encoding.UTF8.GetString(Folder) + Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
            if (!naming.TryGetValue(name, out var files))
            {
                naming[name] = files = [];
            }

            if (files.Count == 0 || files[^1] != file)
            {
                files.Add(file);
            }
        }
    }
}
