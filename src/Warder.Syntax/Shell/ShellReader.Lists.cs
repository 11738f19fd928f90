namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    private readonly List<Frame> _frames = [];
    private readonly List<ShellCommand> _outputs = [];
    private int _frameBase;
    private int _stageMark;
    private int _awaitFrom = -1;
    private ShellCommand? _pipeSource;
    private string? _pendingFunction;

    private enum FrameKind
    {
        If,
        Loop,
        Case,
        Brace,
        Subshell,
    }

    /// <summary>Reads commands to the end of the range or to a parenthesis that none of them opened, which stays.</summary>
    private void ReadList(bool untilParen)
    {
        while (true)
        {
            SkipBlanks();
            if (_pos >= _end)
            {
                break;
            }

            _steps++;
            switch (_text[_pos])
            {
                case '\n':
                    _pos++;
                    ReadHereDocuments();
                    NextStage();
                    break;
                case ';':
                    ReadSemicolon();
                    break;
                case '&' when Peek(1) != '>':
                    _pos += Peek(1) == '&' ? 2 : 1;
                    NextStage();
                    break;
                case '|':
                    ReadPipe();
                    break;
                case '(':
                    ReadOpenParen();
                    break;
                case ')':
                    if (!TryClose(FrameKind.Subshell, 1))
                    {
                        if (untilParen)
                        {
                            CloseAll();
                            return;
                        }

                        Report(ShellProblemKind.StrayCloser, _pos, 1);
                        _pos++;
                    }

                    break;
                default:
                    if (!TryReadKeyword())
                    {
                        ReadSimpleCommand();
                    }

                    break;
            }
        }

        CloseAll();
    }

    private void ReadNestedList(ShellNesting nesting, bool untilParen)
    {
        var (parent, current, wasNesting, function) = (_parent, _current, _nesting, _function);
        var (frameBase, stageMark, awaitFrom, source) = (_frameBase, _stageMark, _awaitFrom, _pipeSource);
        var (hereMark, pending) = (_hereMark, _pendingFunction);
        var outputs = _outputs.Count;
        _parent = _current ?? _parent;
        _current = null;
        _nesting |= nesting;
        _frameBase = _frames.Count;
        _stageMark = outputs;
        _awaitFrom = -1;
        _pipeSource = null;
        _pendingFunction = null;
        _hereMark = _hereDocuments.Count;
        _depth++;
        ReadList(untilParen);
        _depth--;
        _outputs.RemoveRange(outputs, _outputs.Count - outputs);
        (_parent, _current, _nesting, _function) = (parent, current, wasNesting, function);
        (_frameBase, _stageMark, _awaitFrom, _pipeSource) = (frameBase, stageMark, awaitFrom, source);
        (_hereMark, _pendingFunction) = (hereMark, pending);
    }

    private void NextStage()
    {
        if (_awaitFrom < 0)
        {
            _stageMark = _outputs.Count;
            _pipeSource = _frames.Count > _frameBase ? _frames[^1].PipeSource : null;
        }
    }

    private void ReadSemicolon()
    {
        if (Peek(1) is ';' or '&')
        {
            _pos += Peek(1) == ';' && Peek(2) == '&' ? 3 : 2;
            NextStage();
            if (CloseDownTo(FrameKind.Case))
            {
                ReadPatterns();
            }

            return;
        }

        _pos++;
        NextStage();
    }

    private void ReadPipe()
    {
        var isPipe = Peek(1) != '|';
        _pos += Peek(1) is '|' or '&' ? 2 : 1;
        if (!isPipe)
        {
            NextStage();
            return;
        }

        _pipeSource = _outputs.Count > _stageMark ? _outputs[^1] : null;
        _awaitFrom = _stageMark;
    }

    private void ReadOpenParen()
    {
        var start = _pos;
        var close = Peek(1) == '(' ? CloserOf(_pos + 1) : -1;
        if (close >= 0)
        {
            _pos += 2;
            ReadArithmeticCommand(start, close);
            return;
        }

        Open(FrameKind.Subshell, 1);
    }

    private void Open(FrameKind kind, int length)
    {
        _frames.Add(new Frame(kind, new TextSpan(_pos, length), _stageMark, _pipeSource, _nesting, _function));
        if (_pendingFunction is not null)
        {
            _function = _pendingFunction;
            _nesting |= ShellNesting.Function;
            _pendingFunction = null;
        }

        if (kind == FrameKind.Subshell)
        {
            _nesting |= ShellNesting.Subshell;
        }

        _pos += length;
        NextStage();
    }

    /// <summary>Closes the innermost frame of a kind, and those left open in it; nothing where there is none.</summary>
    private bool TryClose(FrameKind kind, int length)
    {
        if (!CloseDownTo(kind))
        {
            return false;
        }

        Close();
        _pos += length;
        ReadTrailingRedirections();
        return true;
    }

    private bool CloseDownTo(FrameKind kind)
    {
        var lowest = Math.Max(_frameBase, _frames.Count - MaxFrameSearch);
        for (var index = _frames.Count - 1; index >= lowest; index--)
        {
            _steps++;
            if (_frames[index].Kind == kind)
            {
                while (_frames.Count - 1 > index)
                {
                    ReportOpen();
                }

                return true;
            }
        }

        return false;
    }

    private void CloseAll()
    {
        while (_frames.Count > _frameBase)
        {
            ReportOpen();
        }
    }

    private void ReportOpen()
    {
        var opener = _frames[^1].Opener;
        Report(ShellProblemKind.UnclosedCompound, opener.Start, opener.Length);
        Close();
    }

    private void Close()
    {
        var frame = _frames[^1];
        _frames.RemoveAt(_frames.Count - 1);
        _stageMark = Math.Min(frame.StageMark, _outputs.Count);
        _pipeSource = frame.PipeSource;
        _nesting = frame.Nesting;
        _function = frame.Function;
    }

    private readonly record struct Frame(
        FrameKind Kind,
        TextSpan Opener,
        int StageMark,
        ShellCommand? PipeSource,
        ShellNesting Nesting,
        string? Function);
}
