namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    private void ReadFor(int length)
    {
        var start = _pos;
        Open(FrameKind.Loop, length);
        SkipBlanks();
        var close = Peek() == '(' && Peek(1) == '(' ? CloserOf(_pos + 1) : -1;
        if (close >= 0)
        {
            _pos += 2;
            ReadArithmeticCommand(start, close);
            return;
        }

        var command = Begin(ShellCommandKind.Loop);
        var mark = _words.Count;
        var nameStart = _pos;
        var variable = ReadWord();
        if (variable.Span.Length > 0 && NameEnd(nameStart) == _pos)
        {
            command.Assignments = [new(ShellAssignmentKind.Loop, variable.Text, variable.Span, variable.Span, Value: null, IsAppend: false)];
        }
        else
        {
            _words.Add(variable);
        }

        SkipBlankLines();
        if (AtKeyword("in"))
        {
            _pos += 2;
            SkipBlanks();
            while (!EndsWordAt(_pos) || (Peek() is '<' or '>' && Peek(1) == '('))
            {
                _words.Add(ReadWord());
                SkipBlanks();
            }
        }

        Finish(command, start, mark);
    }

    private bool AtKeyword(string keyword) => At(keyword) && EndsWordAt(_pos + keyword.Length);

    private void ReadCase(int length)
    {
        var start = _pos;
        Open(FrameKind.Case, length);
        SkipBlanks();
        var command = Begin(ShellCommandKind.Case);
        var mark = _words.Count;
        if (!EndsWordAt(_pos))
        {
            _words.Add(ReadWord());
        }

        Finish(command, start, mark);
        SkipBlankLines();
        if (AtKeyword("in"))
        {
            _pos += 2;
            ReadPatterns();
        }
    }

    private void ReadPatterns()
    {
        SkipBlankLines();
        if (_pos >= _end || AtKeyword("esac"))
        {
            return;
        }

        var start = _pos;
        _pos += Peek() == '(' ? 1 : 0;
        var command = Begin(ShellCommandKind.Case);
        var mark = _words.Count;
        var expands = false;
        while (_pos < _end)
        {
            _steps++;
            SkipBlanks();
            var c = Peek();
            if (c is ')' or '|')
            {
                _pos++;
                if (c == ')')
                {
                    break;
                }
            }
            else if (EndsWordAt(_pos))
            {
                break;
            }
            else
            {
                var word = ReadWord();
                expands |= word.Expansions.Count > 0;
                _words.Add(word);
            }
        }

        Finish(command, start, mark);
        if (!expands && ReferenceEquals(_commands[^1], command))
        {
            _commands.RemoveAt(_commands.Count - 1);
        }
    }

    private void ReadTest()
    {
        var start = _pos;
        var command = Begin(ShellCommandKind.Test);
        var mark = _words.Count;
        _pos += 2;
        while (true)
        {
            _steps++;
            SkipBlankLines();
            if (_pos >= _end)
            {
                Report(ShellProblemKind.UnclosedCompound, start, 2);
                break;
            }

            if (At("]]") && EndsWordAt(_pos + 2))
            {
                _pos += 2;
                break;
            }

            if (EndsWordAt(_pos) && !(Peek() is '<' or '>' && Peek(1) == '('))
            {
                _pos++;
            }
            else
            {
                _words.Add(ReadWord());
            }
        }

        Finish(command, start, mark);
        ReadTrailingRedirections();
    }

    private void ReadArithmeticCommand(int start, int close)
    {
        var command = Begin(ShellCommandKind.Arithmetic);
        var mark = _words.Count;
        _words.Add(ReadArithmetic(close));
        Finish(command, start, mark);
    }
}
