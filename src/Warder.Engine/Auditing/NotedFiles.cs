using System.Collections.Concurrent;
using Warder.Engine.Findings;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>Notes which files are asked for, so that it is known what an answer rests on.</summary>
internal sealed class NotedFiles : RepositoryFiles
{
    private const string Unreadable = "unreadable-file";
    private readonly RepositoryFiles _files;
    private readonly ConcurrentDictionary<string, string?> _noted = new(StringComparer.Ordinal);

    public NotedFiles(RepositoryFiles files) => _files = files;

    public override string Name => _files.Name;

    public override string? Root => _files.Root;

    public override IReadOnlyList<string> Paths => _files.Paths;

    public override IReadOnlyList<Diagnostic> Problems => _files.Problems;

    /// <summary>What was asked for.</summary>
    public IReadOnlyList<(string Path, string? Version)> Noted => [.. _noted.Select(n => (n.Key, n.Value))];

    /// <summary>The version that a file had when it was first asked for; null where it has no name, or was not asked for.</summary>
    public string? NotedVersionOf(string path) => _noted.GetValueOrDefault(path);

    public override bool Exists(string path)
    {
        Note(path);
        return _files.Exists(path);
    }

    public override string? VersionOf(string path) => _files.VersionOf(path);

    public override DecodedText Read(string path)
    {
        Note(path);
        return Checked(path, _files.Read(path));
    }

    public override DecodedText Read(string path, TextGlance glance)
    {
        Note(path);
        return Checked(path, _files.Read(path, glance));
    }

    private void Note(string path)
    {
        if (!_noted.ContainsKey(path))
        {
            _noted.TryAdd(path, _files.VersionOf(path));
        }
    }

    /// <summary>That a file cannot be read is no word about its content: the next who asks may be let in.</summary>
    private DecodedText Checked(string path, DecodedText read)
    {
        if (read.Code == Unreadable && _files.Exists(path))
        {
            _noted[path] = null;
        }

        return read;
    }
}
