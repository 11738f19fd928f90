namespace Warder.Engine.Hygiene;

/// <summary>A glob for a file's name that says no at once to nearly all of a million names, by what stands before its first wildcard and behind its last.</summary>
internal sealed class NameGlob
{
    private readonly PathPattern _pattern;
    private readonly string _start;
    private readonly string _end;

    public NameGlob(PathPattern pattern)
    {
        _pattern = pattern;
        var text = pattern.Text.AsSpan();
        var first = text.IndexOfAny('*', '?', '[');
        _start = (first < 0 ? text : text[..first]).ToString();
        _end = text[(text.LastIndexOfAny('*', '?', ']') + 1)..].ToString();
    }

    /// <summary>Whether the last part of a path fits.</summary>
    public bool MatchesNameOf(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.EndsWith(_end, StringComparison.Ordinal) && name.StartsWith(_start, StringComparison.Ordinal) && _pattern.Matches(name.ToString());
    }
}
