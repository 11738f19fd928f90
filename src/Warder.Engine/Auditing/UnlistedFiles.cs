using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>A repository on disk whose files are not listed: for work that asks for a few files by their names in a tree of any size.</summary>
public sealed class UnlistedFiles : RepositoryFiles
{
    private readonly string _root;

    /// <summary>Over a folder.</summary>
    public UnlistedFiles(string root) => _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <inheritdoc/>
    public override string Name => Path.GetFileName(_root);

    /// <inheritdoc/>
    public override string Root => _root;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths => [];

    /// <inheritdoc/>
    public override bool Exists(string path) => LinkWalk.Follow(_root, path, out var place) == LinkEnd.Inside && File.Exists(place);

    /// <inheritdoc/>
    public override DecodedText Read(string path) => LinkWalk.Follow(_root, path, out var place) switch
    {
        LinkEnd.Inside => FileReader.Read(place, path),
        LinkEnd.Nothing => new DecodedText(Source: null, "There is no such file.", "unreadable-file"),
        _ => new DecodedText(Source: null, "The path leaves the repository and is not followed.", "link-not-followed"),
    };
}
