using Warder.Engine.Auditing;
using Warder.Syntax;

namespace Warder.Testing;

/// <summary>A repository in memory.</summary>
public sealed class MemoryFiles : RepositoryFiles
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => "memory";

    /// <inheritdoc/>
    public override string? Root => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths => [.. _files.Keys];

    /// <summary>Adds or replaces a file.</summary>
    public MemoryFiles With(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    /// <inheritdoc/>
    public override bool Exists(string path) => _files.ContainsKey(path);

    /// <inheritdoc/>
    public override DecodedText Read(string path) =>
        _files.TryGetValue(path, out var text)
            ? new DecodedText(new SourceText(path, text), Error: null, Code: null)
            : new DecodedText(Source: null, "There is no such file.", "missing-file");
}
