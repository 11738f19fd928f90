namespace Warder.Pipelines.Documents;

/// <summary>Finds the sentence around a place.</summary>
internal static class DocumentSentence
{
    private const int MaxReach = 500;

    /// <summary>The sentence around a range within limits.</summary>
    public static (int Start, int End) Around(ReadOnlySpan<char> text, int start, int end, int first, int limit)
    {
        var from = start;
        var lowest = Math.Max(first, start - MaxReach);
        while (from > lowest && !IsEnd(text, from - 1, limit))
        {
            from--;
        }

        var to = end;
        var highest = Math.Min(limit, end + MaxReach);
        while (to < highest && !IsEnd(text, to, limit))
        {
            to++;
        }

        return (from, to);
    }

    // A stop ends a sentence before a blank; "e.g. X" does not.
    private static bool IsEnd(ReadOnlySpan<char> text, int at, int limit)
    {
        if (text[at] is not ('.' or '!' or '?'))
        {
            return false;
        }

        var next = at + 1;
        while (next < limit && text[next] is '*' or '`' or '"' or ')' or '_')
        {
            next++;
        }

        return next >= limit || (char.IsWhiteSpace(text[next]) && !(at > 1 && text[at - 2] == '.'));
    }
}
