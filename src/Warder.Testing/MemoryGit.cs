using Warder.Engine;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Testing;

/// <summary>
/// Git over a repository in memory: its <c>.gitignore</c> in the root is read line by line, the last that fits decides, and what it
/// does not ignore is tracked unless a test says otherwise.
/// </summary>
public sealed class MemoryGit : IGitFacts
{
    private readonly RepositoryFiles _files;
    private readonly HashSet<string> _untracked;

    /// <summary>Over some files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="untracked">Those that nobody has added yet.</param>
    public MemoryGit(RepositoryFiles files, params string[] untracked)
    {
        _files = files;
        _untracked = untracked.ToHashSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic> Problems => [];

    /// <summary>How many times files were listed or a question was asked.</summary>
    public int Asked { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<GitFile> Files(bool withUntracked)
    {
        Asked++;
        foreach (var path in _files.Paths)
        {
            var isTracked = !_untracked.Contains(path);
            if (!Ask(path).IsIgnored && (isTracked || withUntracked))
            {
                yield return new GitFile(path, isTracked);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<IgnoreVerdict> AskIgnored(IReadOnlyList<string> paths)
    {
        Asked++;
        return [.. paths.Select(Ask)];
    }

    private IgnoreVerdict Ask(string path)
    {
        var verdict = IgnoreVerdict.NotIgnored;
        var lines = _files.Exists(".gitignore") ? _files.Read(".gitignore").Source!.Text.Split('\n') : [];
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].Trim();
            if (text.Length > 0 && text[0] != '#' && Fits(text.TrimStart('!'), path))
            {
                verdict = new IgnoreVerdict(IsKnown: true, ".gitignore", i + 1, text);
            }
        }

        return verdict;
    }

    private static bool Fits(string pattern, string path)
    {
        var inner = pattern.TrimEnd('/');
        var anywhere = inner.Contains('/', StringComparison.Ordinal) ? inner : "**/" + inner;
        return new PathPattern(anywhere).Matches(path) || new PathPattern(anywhere + "/**").Matches(path);
    }
}
