using Warder.Engine.Findings;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>A repository on disk.</summary>
public sealed class DiskFiles : RepositoryFiles
{
    private readonly string _root;
    private readonly DiskWalk _walk;
    private readonly HashSet<string> _paths;

    /// <summary>Over a folder; lists its files at once.</summary>
    public DiskFiles(string root)
    {
        _root = Path.GetFullPath(root);
        _walk = DiskWalk.Of(_root);
        _paths = new HashSet<string>(_walk.Paths, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override string Name => Path.GetFileName(_root.TrimEnd(Path.DirectorySeparatorChar));

    /// <inheritdoc/>
    public override string Root => _root;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths => _walk.Paths;

    /// <inheritdoc/>
    public override IReadOnlyList<Diagnostic> Problems => _walk.Problems;

    /// <inheritdoc/>
    public override bool Exists(string path) => _paths.Contains(path) || (DiskWalk.IsPassedOver(path) && File.Exists(Path.Combine(_root, path)));

    /// <inheritdoc/>
    public override DecodedText Read(string path) => FileReader.Read(Path.Combine(_root, path), path);
}
