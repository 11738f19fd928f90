using System.Collections.Immutable;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>
/// The files of one commit, by the names of their contents; nothing lies on disk. A link is a content whose name begins with
/// <see cref="LinkMark"/>: it is followed inside the repository when somebody asks for its path, and never listed.
/// </summary>
public sealed class TreeFiles : RepositoryFiles
{
    /// <summary>What the name of a link's content begins with.</summary>
    public const char LinkMark = '@';

    private const int MostLinks = 16;
    private readonly ImmutableSortedDictionary<string, string> _contents;
    private readonly Func<string, string, DecodedText> _read;

    /// <summary>Over a tree.</summary>
    /// <param name="name">What people call the repository.</param>
    /// <param name="contents">The name of each file's content; sorted ordinally.</param>
    /// <param name="read">Reads a path and the name of its content.</param>
    public TreeFiles(string name, ImmutableSortedDictionary<string, string> contents, Func<string, string, DecodedText> read)
    {
        Name = name;
        _contents = contents;
        _read = read;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string? Root => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths => field ??= [.. _contents.Where(c => c.Value[0] != LinkMark && !DiskWalk.IsPassedOver(c.Key)).Select(c => c.Key)];

    /// <inheritdoc/>
    public override bool Exists(string path) => VersionOf(path) is not null;

    /// <inheritdoc/>
    public override string? VersionOf(string path) => Find(path, 0)?.Content;

    /// <inheritdoc/>
    public override DecodedText Read(string path) =>
        Find(path, 0) is { } found ? _read(path, found.Content) : new DecodedText(Source: null, "There is no such file.", "unreadable-file");

    /// <summary>The content at a path, through links of files and folders; null where it ends outside or nowhere.</summary>
    private (string Path, string Content)? Find(string path, int links)
    {
        if (_contents.TryGetValue(path, out var content) && content[0] != LinkMark)
        {
            return (path, content);
        }

        if (links == MostLinks)
        {
            return null;
        }

        for (var end = path.IndexOf('/', StringComparison.Ordinal); ; end = path.IndexOf('/', end + 1))
        {
            var head = end < 0 ? path : path[..end];
            if (_contents.TryGetValue(head, out var link) && link[0] == LinkMark)
            {
                var target = _read(head, link[1..]).Source?.Text;
                return target is not null && Join(head, target) is { } place ? Find(end < 0 ? place : place + path[end..], links + 1) : null;
            }

            if (end < 0)
            {
                return null;
            }
        }
    }

    /// <summary>Where a link leads; null where that is outside.</summary>
    private static string? Join(string link, string target)
    {
        if (target.StartsWith('/'))
        {
            return null;
        }

        var parts = link.Split('/')[..^1].ToList();
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
