using Warder.Engine.Auditing;
using Warder.Syntax;

namespace Warder.Bench;

/// <summary>Texts in memory as a repository.</summary>
internal sealed class TextFiles : RepositoryFiles
{
    private readonly Dictionary<string, SourceText> _files;

    /// <summary>Over these texts.</summary>
    public TextFiles(IEnumerable<SourceText> files)
    {
        _files = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        Paths = [.. _files.Keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public override string Name => "bench";

    /// <inheritdoc/>
    public override string? Root => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    public override bool Exists(string path) => _files.ContainsKey(path);

    /// <inheritdoc/>
    public override DecodedText Read(string path) => new(_files[path], Error: null, Code: null);
}
