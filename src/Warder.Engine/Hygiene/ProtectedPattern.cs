namespace Warder.Engine.Hygiene;

/// <summary>
/// A pattern, in the form of <c>.gitignore</c>, of files that no repository should hold: a name fits in every folder, a path only
/// from the root.
/// </summary>
public sealed class ProtectedPattern
{
    private readonly PathPattern _pattern;
    private readonly PathPattern _below;
    private readonly bool _isName;
    private readonly NameGlob _name;

    /// <summary>Makes a pattern.</summary>
    /// <param name="text">The pattern as written in an ignore file.</param>
    /// <param name="what">What such a file is.</param>
    /// <param name="samples">Paths that must be ignored besides those made from the pattern.</param>
    /// <param name="exceptions">Patterns of names that fit and hold no secret.</param>
    public ProtectedPattern(string text, string what, IReadOnlyList<string> samples, IReadOnlyList<string> exceptions)
    {
        Text = text;
        What = what;
        Samples = samples;
        Exceptions = exceptions;
        var inner = text.TrimEnd('/');
        _isName = !inner.Contains('/', StringComparison.Ordinal);
        _pattern = new PathPattern(inner);
        _below = new PathPattern(inner + "/**");
        _name = new NameGlob(_pattern);
        IsFolder = text.EndsWith('/');
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>What such a file is.</summary>
    public string What { get; }

    /// <summary>Paths that must be ignored besides those made from the pattern.</summary>
    public IReadOnlyList<string> Samples { get; }

    /// <summary>Patterns of names that fit and hold no secret.</summary>
    public IReadOnlyList<string> Exceptions { get; }

    /// <summary>Whether it stands for a folder with all that is in it.</summary>
    public bool IsFolder { get; }

    /// <summary>Whether it fits in every folder.</summary>
    public bool IsAnywhere => _isName;

    /// <summary>Whether a file's path fits.</summary>
    public bool Matches(string path)
    {
        if (!_isName)
        {
            return (!IsFolder && _pattern.Matches(path)) || _below.Matches(path);
        }

        return IsFolder ? path.Split('/')[..^1].Any(_pattern.Matches) : _name.MatchesNameOf(path);
    }

    /// <summary>Paths by which it is tried whether an ignore file covers the pattern; no such file need be there.</summary>
    public IReadOnlyList<string> Probes()
    {
        var probes = new List<string>();
        foreach (var path in (IEnumerable<string>)[.. Samples, ProbePath.Of(Text, last: false), ProbePath.Of(Text, last: true)])
        {
            Add(probes, path);
            if (IsAnywhere)
            {
                Add(probes, ProbePath.Folder + path);
            }
        }

        return probes;
    }

    private static void Add(List<string> probes, string path)
    {
        if (path.Length > 0 && !probes.Contains(path, StringComparer.Ordinal))
        {
            probes.Add(path);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
