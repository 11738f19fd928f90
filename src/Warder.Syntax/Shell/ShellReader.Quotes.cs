namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    private void ReadEscape(bool inDouble)
    {
        _quotes++;
        var next = Peek(1);
        if (next == '\0')
        {
            _pos = Math.Min(_pos + 2, _end);
        }
        else if (ShellTemplateScanner.StartsAt(_text, _pos + 1, _end) || (_backtickDepth > 0 && next == '$'))
        {
            // The template is replaced, and the backslash in backticks removed, before this escape counts.
            _pos++;
        }
        else if (_backtickDepth == 1 && next == '`')
        {
            ReadInnerBackticks(inDouble);
        }
        else if (_backtickDepth > 0 && _backtickInDouble && next == '"' && !inDouble)
        {
            _pos++;
            ReadDoubleQuotes(escaped: true);
        }
        else
        {
            _pos += next == '\r' && Peek(2) == '\n' ? 3 : 2;
        }
    }

    private void ReadSingleQuotes()
    {
        var start = _pos++;
        _quotes++;
        while (_pos < _end)
        {
            _steps++;
            var length = _text.AsSpan(_pos, _end - _pos).IndexOfAny('\'', '$');
            if (length < 0)
            {
                break;
            }

            _pos += length;
            if (_text[_pos] == '\'')
            {
                _pos++;
                return;
            }

            if (!TryReadTemplate(isQuoted: true))
            {
                _pos++;
            }
        }

        _pos = _end;
        Report(ShellProblemKind.UnclosedQuote, start, 1);
    }

    private void ReadAnsiQuotes()
    {
        var start = _pos;
        _pos += 2;
        _quotes++;
        while (_pos < _end)
        {
            _steps++;
            var c = _text[_pos];
            if (c == '\'')
            {
                _pos++;
                return;
            }

            if (c == '$' && TryReadTemplate(isQuoted: true))
            {
                continue;
            }

            var escapes = c == '\\' && !ShellTemplateScanner.StartsAt(_text, _pos + 1, _end);
            _pos = Math.Min(_pos + (escapes ? 2 : 1), _end);
        }

        Report(ShellProblemKind.UnclosedQuote, start, 2);
    }

    private void ReadDoubleQuotes(bool escaped)
    {
        var start = _pos++;
        _quotes++;
        while (_pos < _end)
        {
            _steps++;
            var length = _text.AsSpan(_pos, _end - _pos).IndexOfAny(DoubleSpecials);
            if (length < 0)
            {
                break;
            }

            _pos += length;
            if (escaped && At("\\\""))
            {
                _pos += 2;
                return;
            }

            if (_text[_pos] != '"')
            {
                ReadInDouble();
            }
            else
            {
                _pos++;
                if (!escaped)
                {
                    return;
                }
            }
        }

        _pos = _end;
        Report(ShellProblemKind.UnclosedQuote, start, 1);
    }

    private void ReadInDouble()
    {
        switch (_text[_pos])
        {
            case '\\':
                ReadEscape(inDouble: true);
                break;
            case '$':
                ReadDollar(inDouble: true);
                break;
            case '`':
                ReadBackticks(inDouble: true);
                break;
            default:
                _pos++;
                break;
        }
    }
}
