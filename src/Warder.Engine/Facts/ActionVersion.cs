using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Facts;

/// <summary>Tells the major version of an action from how a workflow names it.</summary>
public static class ActionVersion
{
    private const int CommitLength = 40;
    private const int LongestMajor = 5;

    /// <summary>The major version by its tag, or by the comment behind a commit; null where neither says it.</summary>
    public static int? MajorOf(SourceText source, ActionReference action)
    {
        if (action.Reference is not { Length: > 0 } reference)
        {
            return null;
        }

        return reference.Length < CommitLength ? MajorOf(reference) : MajorInComment(source, action.Span.End);
    }

    /// <summary>The number at the start of a version, with or without <c>v</c>, or behind the last slash: <c>v4</c>, <c>4.1.0</c>, <c>release/v1</c>.</summary>
    public static int? MajorOf(string? version)
    {
        if (version is null)
        {
            return null;
        }

        var rest = version.AsSpan(version.LastIndexOf('/') + 1);
        rest = rest.Length > 0 && rest[0] is 'v' or 'V' ? rest[1..] : rest;
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            digits++;
        }

        var ends = digits == rest.Length || rest[digits] is '.' or '-' or ' ';
        return digits is > 0 and < LongestMajor && ends ? int.Parse(rest[..digits], System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static int? MajorInComment(SourceText source, int from)
    {
        var line = source.Lines.GetLine(source.GetPosition(from).Line);
        var rest = source.Text.AsSpan(from, Math.Max(0, line.End - from));
        var hash = rest.IndexOf('#');
        if (hash < 0)
        {
            return null;
        }

        foreach (var word in rest[(hash + 1)..].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (MajorOf(word[(word.LastIndexOf('@') + 1)..].Trim()) is { } major)
            {
                return major;
            }
        }

        return null;
    }
}
