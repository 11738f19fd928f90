namespace Warder.Syntax.Markdown;

internal sealed partial class MarkdownReader
{
    // Deeper quotes and lists are read as text; each line is matched against all open ones.
    private const int MaxContainers = 32;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly List<MarkdownBlock> _blocks = [];
    private readonly List<int> _containers = [];
    private readonly List<TextSpan> _lines = [];
    private LeafKind _leaf;
    private MarkdownBlock? _heading;
    private long _steps;

    internal MarkdownReader(SourceText source)
    {
        _source = source;
        _text = source.Text;
    }

    private enum LeafKind
    {
        None,
        Paragraph,
        Table,
        Fence,
        Indented,
        Comment,
    }

    internal MarkdownDocument Read()
    {
        var frontMatter = FindFrontMatter(out var at);
        while (at < _text.Length)
        {
            var end = LineEnd(at, out var next);
            ReadLine(new MarkdownLine(_text, at, end));
            at = next;
        }

        EndLeaf();
        return new MarkdownDocument(_source, frontMatter, _blocks, _steps);
    }

    private int LineEnd(int start, out int next)
    {
        var length = _text.AsSpan(start).IndexOfAny('\n', '\r');
        _steps += length;
        if (length < 0)
        {
            next = _text.Length;
            return next;
        }

        var end = start + length;
        next = end + (_text[end] == '\r' && end + 1 < _text.Length && _text[end + 1] == '\n' ? 2 : 1);
        return end;
    }

    private MarkdownFrontMatter? FindFrontMatter(out int next)
    {
        next = 0;
        if (!IsLine(0, LineEnd(0, out var start), "---"))
        {
            return null;
        }

        for (var at = start; at < _text.Length;)
        {
            var end = LineEnd(at, out var following);
            if (IsLine(at, end, "---") || IsLine(at, end, "..."))
            {
                next = following;
                var span = TextSpan.FromBounds(start, at);
                return new MarkdownFrontMatter(new SourceText(_source.Path, _source.GetText(span)), span);
            }

            at = following;
        }

        return null;
    }

    private bool IsLine(int start, int end, string content) => _text.AsSpan(start, end - start).TrimEnd().SequenceEqual(content);

    private void ReadLine(MarkdownLine line)
    {
        var matched = MatchContainers(ref line);
        if (matched < _containers.Count)
        {
            var lazy = _leaf == LeafKind.Paragraph && !line.IsBlank && !StartsBlock(line);
            if (lazy)
            {
                AddParagraphLine(line);
                return;
            }

            EndLeaf();
            _containers.RemoveRange(matched, _containers.Count - matched);
        }

        if (_leaf is LeafKind.Fence or LeafKind.Comment)
        {
            ContinueVerbatim(line);
            return;
        }

        while (_containers.Count < MaxContainers && TryOpenContainer(ref line))
        {
            _steps++;
        }

        ReadLeaf(line);
    }

    /// <summary>How many of the open containers the line goes on with; the line is moved behind their marks.</summary>
    private int MatchContainers(ref MarkdownLine line)
    {
        for (var index = 0; index < _containers.Count; index++)
        {
            _steps++;
            var indent = line.Indent;
            if (_containers[index] < 0)
            {
                if (indent > 3 || FirstAfterIndent(line) != '>')
                {
                    return index;
                }

                SkipQuoteMark(ref line);
            }
            else if (indent >= _containers[index])
            {
                line.SkipColumns(_containers[index]);
            }
            else if (!line.IsBlank)
            {
                return index;
            }
        }

        return _containers.Count;
    }

    private static char FirstAfterIndent(MarkdownLine line)
    {
        line.SkipIndent();
        return line.Current;
    }

    private static void SkipQuoteMark(ref MarkdownLine line)
    {
        line.SkipIndent();
        line.Skip(1);
        line.SkipColumns(1);
    }

    private bool TryOpenContainer(ref MarkdownLine line)
    {
        if (line.Indent > 3)
        {
            return false;
        }

        if (FirstAfterIndent(line) == '>')
        {
            EndLeaf();
            SkipQuoteMark(ref line);
            _containers.Add(-1);
            return true;
        }

        var marker = ListMarkerLength(line, _leaf == LeafKind.Paragraph);
        if (marker == 0)
        {
            return false;
        }

        EndLeaf();
        var indent = line.Indent;
        line.SkipIndent();
        line.Skip(marker);
        var padding = line.Indent;
        if (padding > 4 || line.IsBlank)
        {
            padding = 1;
        }

        line.SkipColumns(padding);
        _containers.Add(indent + marker + padding);
        return true;
    }
}
