namespace Warder.Syntax.PowerShell;

internal sealed partial class PowerShellReader
{
    private void ReadSingleQuotes()
    {
        _pos++;
        while (_pos < _end)
        {
            _steps++;
            if (_text[_pos] == '$' && TryReadTemplate())
            {
                continue;
            }

            if (_text[_pos] != '\'')
            {
                _pos++;
            }
            else if (Peek(1) == '\'')
            {
                _pos += 2;
            }
            else
            {
                _pos++;
                return;
            }
        }
    }

    private void ReadDoubleQuotes()
    {
        _pos++;
        while (_pos < _end)
        {
            _steps++;
            switch (_text[_pos])
            {
                case '`':
                    _pos = Math.Min(_pos + 2, _end);
                    break;
                case '"' when Peek(1) == '"':
                    _pos += 2;
                    break;
                case '"':
                    _pos++;
                    return;
                case '$':
                    ReadDollarInString();
                    break;
                default:
                    _pos++;
                    break;
            }
        }
    }

    /// <summary>Whether nothing but white space follows the opening <c>@"</c> on its line.</summary>
    private bool HereStringStarts()
    {
        var at = _pos + 2;
        while (at < _end && _text[at] is ' ' or '\t' or '\r')
        {
            _steps++;
            at++;
        }

        return at < _end && _text[at] == '\n';
    }

    private void ReadHereString()
    {
        var quote = Peek(1);
        _pos += 2;
        while (_pos < _end)
        {
            _steps++;
            var c = _text[_pos];
            if (c == '\n' && Peek(1) == quote && Peek(2) == '@')
            {
                _pos += 3;
                return;
            }

            if (c == '$' && quote == '"')
            {
                ReadDollarInString();
            }
            else if (c == '`' && quote == '"' && Peek(1) != '\n')
            {
                _pos = Math.Min(_pos + 2, _end);
            }
            else if (c != '$' || !TryReadTemplate())
            {
                _pos++;
            }
        }
    }

    private void ReadDollarInString()
    {
        // "$ " is text; it must not make the string look replaced.
        if (Peek(1) is '{' or '(' || char.IsLetterOrDigit(Peek(1)) || Peek(1) == '_')
        {
            ReadDollar();
        }
        else
        {
            _pos++;
        }
    }
}
