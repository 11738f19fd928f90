using Warder.Syntax.Shell;

namespace Warder.Engine.Rules.Exposure;

/// <summary>The branch that a fetch puts a pull request into, as <c>pull/1/head:branch</c> names it.</summary>
/// <param name="Name">Its name without <c>refs/heads/</c> or <c>refs/remotes/</c>; the part before a pattern or a variable where it holds one.</param>
/// <param name="IsStart">Whether only the start of the name is known.</param>
internal sealed record FetchTarget(string Name, bool IsStart)
{
    private static readonly char[] Open = ['*', '$'];
    private static readonly string[] Roots = ["refs/heads/", "refs/remotes/", "refs/"];

    /// <summary>The target of a fetch; null where it names none.</summary>
    public static FetchTarget? Of(ShellCommand fetch)
    {
        if (fetch.Words.Select(w => w.Text.Trim('"', '\'')).FirstOrDefault(w => w.Contains("pull/", StringComparison.Ordinal)) is not { } range
            || range.LastIndexOf(':') is not (var colon and > 0))
        {
            return null;
        }

        var name = WithoutRoot(range[(colon + 1)..]);
        var open = name.IndexOfAny(Open);
        return open > 0 ? new FetchTarget(name[..open], IsStart: true) : new FetchTarget(name, IsStart: false);
    }

    /// <summary>Whether a word of a later command names it, or a file of it.</summary>
    public bool IsNamedBy(string word, bool isCopy)
    {
        var name = WithoutRoot(word);
        return IsStart
            ? name.StartsWith(Name, StringComparison.Ordinal) || (!isCopy && name.Contains('/' + Name, StringComparison.Ordinal))
            : name == Name || (isCopy ? name.StartsWith(Name + ":", StringComparison.Ordinal) : name.EndsWith('/' + Name, StringComparison.Ordinal));
    }

    private static string WithoutRoot(string name) => Array.Find(Roots, r => name.StartsWith(r, StringComparison.Ordinal)) is { } root ? name[root.Length..] : name;
}
