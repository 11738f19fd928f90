using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>The files of a repository, some of them with another text than the one on disk.</summary>
internal sealed class OverlaidFiles : RepositoryFiles
{
    private readonly RepositoryFiles _files;
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    public OverlaidFiles(RepositoryFiles files) => _files = files;

    /// <inheritdoc/>
    public override string Name => _files.Name;

    /// <inheritdoc/>
    public override string? Root => _files.Root;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Paths => _files.Paths;

    /// <inheritdoc/>
    public override IReadOnlyList<Diagnostic> Problems => _files.Problems;

    /// <inheritdoc/>
    public override bool Exists(string path) => _files.Exists(path);

    /// <inheritdoc/>
    public override DecodedText Read(string path) => _texts.TryGetValue(path, out var text) ? new DecodedText(text, Error: null, Code: null) : _files.Read(path);

    /// <inheritdoc/>
    public override DecodedText Read(string path, TextGlance glance) =>
        _texts.TryGetValue(path, out var text) ? new DecodedText(text, Error: null, Code: null) : _files.Read(path, glance);

    /// <summary>Gives a file another text.</summary>
    public void Put(string path, string text) => _texts[path] = new SourceText(path, text);
}
