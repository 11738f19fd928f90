using Warder.Engine.Findings;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>A repository on disk.</summary>
public sealed class DiskFiles : RepositoryFiles
{
    private const string Nothing = "-";
    private const string AFolder = "-folder";
    private readonly DateTimeOffset _listed;
    private readonly string _root;
    private readonly DiskWalk _walk;
    private readonly HashSet<string> _paths;

    /// <summary>Over a folder; lists its files at once.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="clock">Says when the files were listed; the system's where null.</param>
    public DiskFiles(string root, TimeProvider? clock = null)
    {
        _listed = (clock ?? TimeProvider.System).GetUtcNow();
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
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
    public override bool Exists(string path) =>
        _paths.Contains(path) || (!_walk.IsMissing(path) && LinkWalk.Follow(_root, path, out var place) == LinkEnd.Inside && File.Exists(place));

    /// <summary>
    /// What names the content, from what the system says of the file: the file is not read. That nothing is there is a name, too;
    /// null is for a file that changed so shortly before that it may change again without a sign.
    /// </summary>
    public override string? VersionOf(string path)
    {
        if (_paths.Contains(path) && _walk.IsPlain(path))
        {
            return FileStamp.Of(Path.Join(_root, path), _listed);
        }

        if (_walk.IsMissing(path))
        {
            return Nothing;
        }

        return LinkWalk.Follow(_root, path, out var place) switch
        {
            LinkEnd.Inside => Directory.Exists(place) ? AFolder : FileStamp.Of(place, _listed),
            LinkEnd.Nothing => Nothing,
            var end => $"{Nothing}{end}",
        };
    }

    /// <inheritdoc/>
    public override DecodedText Read(string path) => ReadAt(path, glance: null);

    /// <inheritdoc/>
    public override DecodedText Read(string path, TextGlance glance) => ReadAt(path, glance);

    private DecodedText ReadAt(string path, TextGlance? glance)
    {
        if (_paths.Contains(path) && _walk.IsPlain(path))
        {
            return FileReader.ReadListed(Path.Join(_root, path), path, glance);
        }

        return LinkWalk.Follow(_root, path, out var place) switch
        {
            LinkEnd.Inside => FileReader.Read(place, path, glance),
            LinkEnd.Outside => new DecodedText(Source: null, "The path leaves the repository and is not followed.", "link-not-followed"),
            LinkEnd.Circle => new DecodedText(Source: null, "The link leads back to itself.", "link-not-followed"),
            _ => new DecodedText(Source: null, "There is no such file.", "unreadable-file"),
        };
    }
}
