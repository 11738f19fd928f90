using System.Buffers;
using System.Text;
using Warder.Pipelines.GitHub;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>What the workflows of a repository call themselves and which others they name, found by one look at each file.</summary>
internal sealed class WorkflowIndex
{
    private static readonly SearchValues<byte> EndOfPath = SearchValues.Create(" \t\r\n\"'@#,}"u8);
    private readonly List<(string Path, string? Name)> _names = [];
    private readonly Dictionary<string, List<string>> _naming = new(StringComparer.Ordinal);

    private WorkflowIndex()
    {
    }

    /// <summary>The workflows in the order of their paths, with their names; null for a name that only a YAML reader can tell.</summary>
    public IReadOnlyList<(string Path, string? Name)> Names => _names;

    private static ReadOnlySpan<byte> Folder => ".github/workflows/"u8;

    /// <summary>Looks at every workflow.</summary>
    public static WorkflowIndex Of(RepositoryFiles files)
    {
        var index = new WorkflowIndex();
        foreach (var path in files.Paths.Where(GitHubReader.IsWorkflowPath))
        {
            var read = files.Read(path, bytes =>
            {
                index.Note(path, bytes);
                return false;
            });
            if (!ReferenceEquals(read, DecodedText.PassedOver) && read.Source is { } source)
            {
                index.Note(path, Encoding.UTF8.GetBytes(source.Text));
            }
        }

        return index;
    }

    /// <summary>The workflows in whose text a path stands, be it in a comment only.</summary>
    public IReadOnlyList<string> Naming(string path) => _naming.GetValueOrDefault(path) ?? [];

    private void Note(string path, ReadOnlySpan<byte> bytes)
    {
        var name = WorkflowName.Glance(bytes);
        _names.Add((path, name is "" ? path : name));
        for (var rest = bytes; rest.IndexOf(Folder) is >= 0 and var at;)
        {
            rest = rest[(at + Folder.Length)..];
            var end = rest.IndexOfAny(EndOfPath);
            var named = Encoding.UTF8.GetString(Folder) + Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
            if (!_naming.TryGetValue(named, out var files))
            {
                _naming[named] = files = [];
            }

            if (files.Count == 0 || files[^1] != path)
            {
                files.Add(path);
            }
        }
    }
}
