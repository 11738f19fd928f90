using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>Files that lie in no repository, each under the path the user gave; or one text from standard input.</summary>
public sealed class LooseFiles : RepositoryFiles
{
    private readonly SortedDictionary<string, DecodedText?> _files = new(StringComparer.Ordinal);

    /// <summary>Over files on disk.</summary>
    public LooseFiles(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
            _files[(relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace(Path.DirectorySeparatorChar, '/')] = null;
        }
    }

    /// <summary>Over one text that is already read.</summary>
    public LooseFiles(string name, DecodedText text) => _files[name] = text;

    /// <inheritdoc/>
    public override string Name => "files";

    /// <inheritdoc/>
    public override string? Root => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths => [.. _files.Keys];

    /// <inheritdoc/>
    public override bool Exists(string path) => _files.ContainsKey(path);

    /// <inheritdoc/>
    public override DecodedText Read(string path) =>
        _files.TryGetValue(path, out var text) && text is not null ? text : FileReader.ReadNamed(Path.GetFullPath(path), path);
}
