using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Holds edits to the comments: those outside the changed lines stay, in their order.</summary>
internal sealed class CommentCheck
{
    private readonly YamlTree _before;
    private readonly YamlTree _after;
    private readonly List<TextEdit> _edits;
    private readonly List<(int First, int Last)> _lines;

    public CommentCheck(YamlTree before, YamlTree after, IEnumerable<TextEdit> edits, IEnumerable<FixPath> paths)
    {
        _before = before;
        _after = after;
        _edits = [.. edits.OrderBy(e => e.Span.Start)];
        var own = before.Comments.Where(c => c.OwnLine).Select(c => LineOf(c.Span.Start)).ToHashSet();
        _lines = [.. paths.Select(p => LinesOf(p, own)).OfType<(int, int)>()];
    }

    /// <summary>Which comment would be lost or come from nowhere; null where none would.</summary>
    public string? Fault()
    {
        foreach (var comment in _before.Comments)
        {
            var line = LineOf(comment.Span.Start);
            if (IsCut(comment.Span) && !_lines.Exists(l => l.First <= line && line <= l.Last))
            {
                return $"the comment of line {line} would be lost";
            }
        }

        var kept = _before.Comments.Where(c => !IsCut(c.Span)).Select(c => _before.Source.GetText(c.Span));
        var written = Written();
        var now = _after.Comments.Where(c => !written.Exists(w => w.Contains(c.Span.Start))).Select(c => _after.Source.GetText(c.Span));
        return kept.SequenceEqual(now, StringComparer.Ordinal) ? null : "comments would not be what they were";
    }

    private bool IsCut(TextSpan comment) => _edits.Exists(e => e.Span.Overlaps(comment));

    /// <summary>The ranges of the new text that the edits wrote.</summary>
    private List<TextSpan> Written()
    {
        var written = new List<TextSpan>();
        var moved = 0;
        foreach (var edit in _edits)
        {
            written.Add(new TextSpan(edit.Span.Start + moved, edit.Replacement.Length));
            moved += edit.Replacement.Length - edit.Span.Length;
        }

        return written;
    }

    /// <summary>The lines of a node, with the comments that stand directly above and below it.</summary>
    private (int First, int Last)? LinesOf(FixPath path, HashSet<int> own)
    {
        var (_, span, isWhole) = YamlPlace.Follow(_before, path.Pointer);
        if (!isWhole)
        {
            return null;
        }

        var (first, last) = (LineOf(span.Start), LineOf(Math.Max(span.End - 1, span.Start)));
        while (own.Contains(first - 1))
        {
            first--;
        }

        while (own.Contains(last + 1))
        {
            last++;
        }

        return (first, last);
    }

    private int LineOf(int offset) => _before.Source.GetPosition(offset).Line;
}
