using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>A folder on disk of which nothing is listed: single files are asked for by name.</summary>
public sealed class RootFiles : RepositoryFiles
{
    private readonly string _root;

    /// <summary>Over a folder.</summary>
    public RootFiles(string root) => _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <inheritdoc/>
    public override string Name => Path.GetFileName(_root);

    /// <inheritdoc/>
    public override string Root => _root;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths => [];

    /// <inheritdoc/>
    public override bool Exists(string path) => LinkWalk.Follow(_root, path, out var place) == LinkEnd.Inside && File.Exists(place);

    /// <inheritdoc/>
    public override DecodedText Read(string path) => LinkWalk.Follow(_root, path, out var place) == LinkEnd.Inside
        ? FileReader.Read(place, path)
        : new DecodedText(Source: null, "There is no such file.", "unreadable-file");
}
