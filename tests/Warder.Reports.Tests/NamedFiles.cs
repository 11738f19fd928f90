using Warder.Engine.Auditing;
using Warder.Syntax;

namespace Warder.Reports.Tests;

/// <summary>A repository in memory with a name of its own.</summary>
internal sealed class NamedFiles(string name) : RepositoryFiles
{
    private readonly SortedDictionary<string, SourceText> _files = new(StringComparer.Ordinal);

    public override string Name => name;

    public override string? Root => null;

    public override IReadOnlyList<string> Paths => [.. _files.Keys];

    public SourceText this[string path] => _files[path];

    public void Add(string path, string text) => _files[path] = new SourceText(path, text);

    public override bool Exists(string path) => _files.ContainsKey(path);

    public override DecodedText Read(string path) =>
        _files.TryGetValue(path, out var source) ? new DecodedText(source, null, null) : new DecodedText(null, "There is no such file.", "missing-file");
}
