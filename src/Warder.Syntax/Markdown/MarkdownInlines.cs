namespace Warder.Syntax.Markdown;

/// <summary>Splits the lines of a block into prose, code spans and comments.</summary>
internal static class MarkdownInlines
{
    internal static MarkdownPiece[] Read(string text, List<TextSpan> lines, ref long steps)
    {
        var marks = FindMarks(text, lines, ref steps);
        var pieces = new List<MarkdownPiece>(lines.Count);
        if (marks.Count == 0)
        {
            foreach (var line in lines)
            {
                Add(pieces, MarkdownPieceKind.Text, line.Start, line.End);
            }

            return [.. pieces];
        }

        var closers = FindClosers(marks);
        var (lineIndex, position) = (0, lines[0].Start);
        for (var index = 0; index < marks.Count; index++)
        {
            steps++;
            var mark = marks[index];
            if (mark.Span.Start < position || closers[index] < 0)
            {
                continue;
            }

            var closer = marks[closers[index]].Span;
            var isCode = mark.Kind == MarkKind.Ticks;
            Advance(pieces, lines, ref lineIndex, ref position, mark.Span.Start, MarkdownPieceKind.Text);
            position = isCode ? mark.Span.End : position;
            Advance(pieces, lines, ref lineIndex, ref position, isCode ? closer.Start : closer.End, isCode ? MarkdownPieceKind.Code : MarkdownPieceKind.Comment);
            position = closer.End;
        }

        Advance(pieces, lines, ref lineIndex, ref position, lines[^1].End, MarkdownPieceKind.Text);
        return [.. pieces];
    }

    /// <summary>Adds what lies between the position and the target, line by line.</summary>
    private static void Advance(
        List<MarkdownPiece> pieces, List<TextSpan> lines, ref int lineIndex, ref int position, int target, MarkdownPieceKind kind)
    {
        while (target > lines[lineIndex].End)
        {
            Add(pieces, kind, position, lines[lineIndex].End);
            position = lines[++lineIndex].Start;
        }

        Add(pieces, kind, position, target);
        position = Math.Max(position, target);
    }

    private static void Add(List<MarkdownPiece> pieces, MarkdownPieceKind kind, int start, int end)
    {
        if (end > start)
        {
            pieces.Add(new MarkdownPiece(kind, TextSpan.FromBounds(start, end)));
        }
    }

    private static List<Mark> FindMarks(string text, List<TextSpan> lines, ref long steps)
    {
        var marks = new List<Mark>();
        foreach (var line in lines)
        {
            for (var at = line.Start; at < line.End; at++)
            {
                var length = text.AsSpan(at, line.End - at).IndexOfAny('`', '<', '-');
                steps += 1 + Math.Max(length, 0);
                if (length < 0)
                {
                    break;
                }

                at += length;
                var rest = text.AsSpan(at, line.End - at);
                if (rest[0] == '`')
                {
                    var run = rest.IndexOfAnyExcept('`');
                    run = run < 0 ? rest.Length : run;
                    marks.Add(new Mark(MarkKind.Ticks, new TextSpan(at, run), IsEscaped(text, line.Start, at)));
                    at += run - 1;
                }
                else if (rest.StartsWith("<!--", StringComparison.Ordinal))
                {
                    marks.Add(new Mark(MarkKind.CommentStart, new TextSpan(at, 4), Escaped: false));
                    at += 3;
                }
                else if (rest.StartsWith("-->", StringComparison.Ordinal))
                {
                    marks.Add(new Mark(MarkKind.CommentEnd, new TextSpan(at, 3), Escaped: false));
                    at += 2;
                }
            }
        }

        return marks;
    }

    private static bool IsEscaped(string text, int start, int at)
    {
        var count = 0;
        while (at - count > start && text[at - count - 1] == '\\')
        {
            count++;
        }

        return count % 2 == 1;
    }

    /// <summary>For each mark that can open something, the mark that would close it; -1 for none.</summary>
    private static int[] FindClosers(List<Mark> marks)
    {
        var closers = new int[marks.Count];
        var next = new Dictionary<int, int>();
        var commentEnd = -1;
        for (var index = marks.Count - 1; index >= 0; index--)
        {
            var mark = marks[index];
            closers[index] = -1;
            switch (mark.Kind)
            {
                case MarkKind.CommentEnd:
                    commentEnd = index;
                    break;
                case MarkKind.CommentStart:
                    closers[index] = commentEnd;
                    break;
                default:
                    // An escaped run opens nothing, but its ticks may close a span: backslashes mean nothing in code.
                    closers[index] = !mark.Escaped && next.TryGetValue(mark.Span.Length, out var closer) ? closer : -1;
                    next[mark.Span.Length] = index;
                    break;
            }
        }

        return closers;
    }

    private enum MarkKind
    {
        Ticks,
        CommentStart,
        CommentEnd,
    }

    private readonly record struct Mark(MarkKind Kind, TextSpan Span, bool Escaped);
}
