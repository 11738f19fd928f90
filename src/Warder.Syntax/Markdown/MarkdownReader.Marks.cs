namespace Warder.Syntax.Markdown;

internal sealed partial class MarkdownReader
{
    /// <summary>How many characters the list marker takes; 0 where there is none.</summary>
    private static int ListMarkerLength(MarkdownLine line, bool inParagraph)
    {
        line.SkipIndent();
        var digits = 0;
        while (digits < 10 && char.IsAsciiDigit(line.Ahead(digits)))
        {
            digits++;
        }

        var mark = line.Ahead(digits);
        var isMarker = digits == 0 ? mark is '-' or '+' or '*' && !IsThematicBreak(line) : digits < 10 && mark is '.' or ')';
        if (!isMarker || line.Ahead(digits + 1) is not (' ' or '\t' or '\0'))
        {
            return 0;
        }

        // Only an item with content, and of numbers only 1, may interrupt a paragraph.
        var length = digits + 1;
        if (inParagraph && (line.Rest[length..].IsWhiteSpace() || (digits > 0 && !line.Rest[..digits].SequenceEqual("1"))))
        {
            return 0;
        }

        return length;
    }

    private static bool IsThematicBreak(MarkdownLine line)
    {
        line.SkipIndent();
        var mark = line.Current;
        if (mark is not ('-' or '*' or '_'))
        {
            return false;
        }

        var count = 0;
        foreach (var c in line.Rest)
        {
            if (c == mark)
            {
                count++;
            }
            else if (c is not (' ' or '\t'))
            {
                return false;
            }
        }

        return count >= 3;
    }

    /// <summary>The length of the fence that the line opens; 0 where it opens none.</summary>
    private static int FenceLength(MarkdownLine line)
    {
        line.SkipIndent();
        var mark = line.Current;
        if (mark is not ('`' or '~'))
        {
            return 0;
        }

        var length = line.Rest.IndexOfAnyExcept(mark);
        length = length < 0 ? line.Rest.Length : length;
        return length >= 3 && (mark == '~' || !line.Rest[length..].Contains('`')) ? length : 0;
    }

    private static int HeadingLevel(MarkdownLine line)
    {
        line.SkipIndent();
        var level = line.Rest.IndexOfAnyExcept('#');
        level = level < 0 ? line.Rest.Length : level;
        return level is >= 1 and <= 6 && line.Ahead(level) is ' ' or '\t' or '\0' ? level : 0;
    }

    private static bool StartsComment(MarkdownLine line)
    {
        line.SkipIndent();
        return line.Rest.StartsWith("<!--", StringComparison.Ordinal);
    }

    private static bool IsTableRow(MarkdownLine line)
    {
        line.SkipIndent();
        return line.Current == '|';
    }

    /// <summary>The level that a line under a paragraph gives it; 0 for none.</summary>
    private static int UnderlineLevel(MarkdownLine line)
    {
        line.SkipIndent();
        var rest = line.Rest.TrimEnd();
        return rest.Length == 0 || rest[0] is not ('=' or '-') || rest.IndexOfAnyExcept(rest[0]) >= 0 ? 0 : rest[0] == '=' ? 1 : 2;
    }

    /// <summary>Whether a line outside the containers of an open paragraph begins a block of its own.</summary>
    private static bool StartsBlock(MarkdownLine line) =>
        line.Indent <= 3
        && (FirstAfterIndent(line) == '>'
            || ListMarkerLength(line, inParagraph: false) > 0
            || IsThematicBreak(line)
            || FenceLength(line) > 0
            || HeadingLevel(line) > 0
            || StartsComment(line));
}
