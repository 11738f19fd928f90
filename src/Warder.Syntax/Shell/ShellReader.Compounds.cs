namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    private const int LongestKeyword = 8;

    private bool TryReadKeyword()
    {
        var length = KeywordLength();
        if (length == 0)
        {
            return false;
        }

        switch (_text.AsSpan(_pos, length))
        {
            case "if":
                Open(FrameKind.If, length);
                return true;
            case "while" or "until":
                Open(FrameKind.Loop, length);
                return true;
            case "{":
                Open(FrameKind.Brace, length);
                return true;
            case "for" or "select":
                ReadFor(length);
                return true;
            case "case":
                ReadCase(length);
                return true;
            case "[[":
                ReadTest();
                return true;
            case "function":
                ReadFunctionKeyword();
                return true;
            case "then" or "else" or "elif" or "do":
                _pos += length;
                NextStage();
                return true;
            case "!":
                _pos += length;
                return true;
            case "coproc":
                _pos += length;
                SkipCoprocessName();
                return true;
            case "time":
                _pos += length;
                SkipBlanks();
                _pos += At("-p") && EndsWordAt(_pos + 2) ? 2 : 0;
                return true;
            case "fi":
                CloseKeyword(FrameKind.If, length);
                return true;
            case "done":
                CloseKeyword(FrameKind.Loop, length);
                return true;
            case "esac":
                CloseKeyword(FrameKind.Case, length);
                return true;
            case "}":
                CloseKeyword(FrameKind.Brace, length);
                return true;
            default:
                return false;
        }
    }

    private int KeywordLength()
    {
        var length = 0;
        if (Peek() is '{' or '}' or '!')
        {
            length = 1;
        }
        else if (Peek() == '[' && Peek(1) == '[')
        {
            length = 2;
        }
        else
        {
            while (length <= LongestKeyword && char.IsAsciiLetterLower(Peek(length)))
            {
                length++;
            }
        }

        return EndsWordAt(_pos + length) ? length : 0;
    }

    private void CloseKeyword(FrameKind kind, int length)
    {
        if (!TryClose(kind, length))
        {
            Report(ShellProblemKind.StrayCloser, _pos, length);
            _pos += length;
        }
    }

    /// <summary>Goes past a name, which stands only before a compound command.</summary>
    private void SkipCoprocessName()
    {
        SkipBlanks();
        var at = NameEnd(_pos);
        _steps += at - _pos;
        if (at > _pos && at + 1 < _end && _text[at] == ' ' && _text[at + 1] is '{' or '(')
        {
            _pos = at;
        }
    }

    private void ReadFunctionKeyword()
    {
        _pos += "function".Length;
        SkipBlanks();
        var start = _pos;
        while (!EndsWordAt(_pos))
        {
            _pos++;
        }

        _steps += _pos - start;
        _pendingFunction = _text[start.._pos];
        TryReadEmptyParens();
        SkipBlankLines();
    }

    private bool TryReadEmptyParens()
    {
        var at = _pos;
        while (at < _end && _text[at] is ' ' or '\t')
        {
            at++;
        }

        if (at >= _end || _text[at] != '(')
        {
            return false;
        }

        at++;
        while (at < _end && _text[at] is ' ' or '\t')
        {
            at++;
        }

        _steps += at - _pos;
        if (at >= _end || _text[at] != ')')
        {
            return false;
        }

        _pos = at + 1;
        return true;
    }
}
