using System.Collections.Immutable;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>The files of one commit, by the names of their contents; nothing lies on disk.</summary>
public sealed class TreeFiles : RepositoryFiles
{
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
    public override IReadOnlyList<string> Paths => field ??= [.. _contents.Keys.Where(p => !DiskWalk.IsPassedOver(p))];

    /// <inheritdoc/>
    public override bool Exists(string path) => _contents.ContainsKey(path);

    /// <inheritdoc/>
    public override string? VersionOf(string path) => _contents.GetValueOrDefault(path);

    /// <inheritdoc/>
    public override DecodedText Read(string path) =>
        _contents.TryGetValue(path, out var content) ? _read(path, content) : new DecodedText(Source: null, "There is no such file.", "unreadable-file");
}
