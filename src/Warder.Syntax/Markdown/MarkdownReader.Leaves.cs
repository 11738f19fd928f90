namespace Warder.Syntax.Markdown;

internal sealed partial class MarkdownReader
{
    private int _leafStart;
    private int _leafEnd;
    private int _blankAfter;
    private char _fenceMark;
    private int _fenceLength;
    private int _fenceIndent;
    private string? _info;

    private void ReadLeaf(MarkdownLine line)
    {
        if (line.IsBlank)
        {
            if (_leaf == LeafKind.Indented)
            {
                _blankAfter = _blankAfter == 0 ? _lines.Count : _blankAfter;
                _lines.Add(TextSpan.FromBounds(line.End, line.End));
            }
            else
            {
                EndLeaf();
            }

            return;
        }

        if (line.Indent >= 4 && _leaf is not (LeafKind.Paragraph or LeafKind.Table))
        {
            ReadIndented(line);
            return;
        }

        if (line.Indent >= 4)
        {
            AddParagraphLine(line);
            return;
        }

        if (_leaf == LeafKind.Paragraph && UnderlineLevel(line) is var underline and > 0)
        {
            EndHeading(underline, line.End);
        }
        else if (HeadingLevel(line) is var level and > 0)
        {
            ReadHeading(line, level);
        }
        else if (FenceLength(line) is var fence and > 0)
        {
            OpenFence(line, fence);
        }
        else if (StartsComment(line))
        {
            EndLeaf();
            Begin(LeafKind.Comment, line);
            ContinueVerbatim(line);
        }
        else if (IsThematicBreak(line))
        {
            EndLeaf();
        }
        else if (IsTableRow(line) && _leaf != LeafKind.Paragraph)
        {
            EndLeaf();
            AddParagraphLine(line);
            _leaf = LeafKind.Table;
        }
        else
        {
            AddParagraphLine(line);
        }
    }

    private void Begin(LeafKind kind, MarkdownLine line)
    {
        line.SkipIndent();
        _leaf = kind;
        _leafStart = line.Position;
        _leafEnd = line.End;
        _blankAfter = 0;
    }

    private void AddParagraphLine(MarkdownLine line)
    {
        if (_leaf is not (LeafKind.Paragraph or LeafKind.Table))
        {
            EndLeaf();
            Begin(LeafKind.Paragraph, line);
        }

        if (_leaf == LeafKind.Table)
        {
            EndLeaf();
            Begin(LeafKind.Table, line);
        }

        line.SkipIndent();
        _lines.Add(TextSpan.FromBounds(line.Position, line.End));
        _leafEnd = line.End;
    }

    private void ReadIndented(MarkdownLine line)
    {
        line.SkipColumns(4);
        if (_leaf != LeafKind.Indented)
        {
            EndLeaf();
            Begin(LeafKind.Indented, line);
            _leafStart = line.Position;
        }

        _blankAfter = 0;
        _lines.Add(TextSpan.FromBounds(line.Position, line.End));
        _leafEnd = line.End;
    }

    private void OpenFence(MarkdownLine line, int length)
    {
        EndLeaf();
        _fenceIndent = line.Indent;
        Begin(LeafKind.Fence, line);
        line.SkipIndent();
        _fenceMark = line.Current;
        _fenceLength = length;
        _info = line.Rest[length..].Trim().ToString();
    }

    private void ContinueVerbatim(MarkdownLine line)
    {
        _leafEnd = line.End;
        if (_leaf == LeafKind.Comment)
        {
            _lines.Add(TextSpan.FromBounds(Math.Max(line.Position, _leafStart), line.End));
            if (line.Rest.Contains("-->", StringComparison.Ordinal))
            {
                EndLeaf();
            }

            return;
        }

        if (line.Indent <= 3 && ClosesFence(line))
        {
            EndLeaf();
            return;
        }

        line.SkipColumns(Math.Min(line.Indent, _fenceIndent));
        _lines.Add(TextSpan.FromBounds(line.Position, line.End));
    }

    private bool ClosesFence(MarkdownLine line)
    {
        line.SkipIndent();
        var rest = line.Rest.TrimEnd();
        return rest.Length >= _fenceLength && rest.IndexOfAnyExcept(_fenceMark) < 0;
    }

    private void ReadHeading(MarkdownLine line, int level)
    {
        EndLeaf();
        line.SkipIndent();
        var start = line.Position;
        line.Skip(level);
        line.SkipIndent();
        var content = line.Rest.TrimEnd();
        var closing = content.TrimEnd('#');
        if (closing.Length == 0 || closing[^1] is ' ' or '\t')
        {
            content = closing.TrimEnd();
        }

        var span = new TextSpan(line.Position, content.Length);
        AddHeading(level, TextSpan.FromBounds(start, line.End), span, [span]);
    }

    private void EndHeading(int level, int end)
    {
        var content = TextSpan.FromBounds(_leafStart, _leafEnd);
        AddHeading(level, TextSpan.FromBounds(_leafStart, end), content, _lines);
        _lines.Clear();
        _leaf = LeafKind.None;
    }

    private void AddHeading(int level, TextSpan span, TextSpan content, List<TextSpan> lines)
    {
        _heading = new MarkdownBlock(MarkdownBlockKind.Heading, span, content, HeadingAbove(level))
        {
            Level = level,
            Pieces = MarkdownInlines.Read(_text, lines, ref _steps),
        };
        _blocks.Add(_heading);
    }

    private MarkdownBlock? HeadingAbove(int level)
    {
        var above = _heading;
        while (above is not null && above.Level >= level)
        {
            above = above.Heading;
        }

        return above;
    }

    private void EndLeaf()
    {
        if (_leaf == LeafKind.None)
        {
            return;
        }

        if (_blankAfter > 0)
        {
            _lines.RemoveRange(_blankAfter, _lines.Count - _blankAfter);
        }

        var span = TextSpan.FromBounds(_leafStart, _leafEnd);
        var isProse = _leaf is LeafKind.Paragraph or LeafKind.Table;
        var content = isProse ? span : _lines.Count == 0 ? new TextSpan(_leafEnd, 0) : TextSpan.FromBounds(_lines[0].Start, _lines[^1].End);
        _blocks.Add(new MarkdownBlock(BlockKind(), span, content, _heading)
        {
            Info = _leaf == LeafKind.Fence ? _info : null,
            Pieces = isProse ? MarkdownInlines.Read(_text, _lines, ref _steps) : VerbatimPieces(),
        });
        _lines.Clear();
        _leaf = LeafKind.None;
    }

    private MarkdownBlockKind BlockKind() => _leaf switch
    {
        LeafKind.Fence => MarkdownBlockKind.FencedCode,
        LeafKind.Indented => MarkdownBlockKind.IndentedCode,
        LeafKind.Comment => MarkdownBlockKind.Comment,
        LeafKind.Table => MarkdownBlockKind.TableRow,
        _ => _containers is [.., >= 0] ? MarkdownBlockKind.ListItem : MarkdownBlockKind.Paragraph,
    };

    private MarkdownPiece[] VerbatimPieces()
    {
        var kind = _leaf == LeafKind.Comment ? MarkdownPieceKind.Comment : MarkdownPieceKind.Code;
        return [.. _lines.Where(line => line.Length > 0).Select(line => new MarkdownPiece(kind, line))];
    }
}
