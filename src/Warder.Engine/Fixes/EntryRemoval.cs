using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Takes entries and items out of collections, with the comments that belong to them.</summary>
internal static class EntryRemoval
{
    /// <summary>Takes one of several out of a flow collection, with its comma.</summary>
    public static TextEdit FromFlow(IReadOnlyList<TextSpan> spans, int index) => new(
        spans.Count == 1 ? spans[0]
        : index + 1 < spans.Count ? TextSpan.FromBounds(spans[index].Start, spans[index + 1].Start)
        : TextSpan.FromBounds(spans[index - 1].End, spans[index].End),
        "");

    /// <summary>Takes whole lines out; of a blank line above and one below, one goes too.</summary>
    public static TextEdit Lines(SourceText source, int start, int end)
    {
        var isAfterBlank = start == 0 || IsBlankLine(source, LineStart(source, start - 1));
        if (isAfterBlank && end < source.Text.Length && IsBlankLine(source, end))
        {
            end = BlockLines.NextLine(source, end);
        }
        else if (isAfterBlank && end == source.Text.Length && start > 0)
        {
            start = LineStart(source, start - 1);
        }

        return new TextEdit(TextSpan.FromBounds(start, end), "");
    }

    /// <summary>Where the comment lines begin that stand directly above a line, indented as it is; that line's start where there are none.</summary>
    public static int CommentsAbove(YamlTree tree, int offset)
    {
        var source = tree.Source;
        var column = source.GetPosition(offset).Column;
        var start = LineStart(source, offset);
        while (start > 0 && tree.Comments.FirstOrDefault(c => c.OwnLine && LineStart(source, c.Span.Start) == LineStart(source, start - 1)) is { Span.Length: > 0 } comment
            && source.GetPosition(comment.Span.Start).Column == column)
        {
            start = LineStart(source, start - 1);
        }

        return start;
    }

    public static int LineStart(SourceText source, int offset) => offset == 0 ? 0 : source.Text.LastIndexOf('\n', offset - 1) + 1;

    private static bool IsBlankLine(SourceText source, int start) => source.Text[start..BlockLines.NextLine(source, start)].AsSpan().Trim().IsEmpty;
}
