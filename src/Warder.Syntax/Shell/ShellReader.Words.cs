namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    /// <summary>Reads a word; at a character that cannot begin one the word is empty.</summary>
    private ShellWord ReadWord()
    {
        var start = _pos;
        var mark = _expansions.Count;
        var quotes = _quotes;
        ReadParts();
        return MakeWord(start, mark, quotes);
    }

    private ShellWord MakeWord(int start, int mark, int quotes) =>
        new(_text, TextSpan.FromBounds(start, _pos), _quotes != quotes, TakeExpansions(mark));

    private ShellExpansion[] TakeExpansions(int mark) => Take(_expansions, mark);

    private void ReadParts()
    {
        var start = _pos;
        var group = 0;
        while (_pos < _end)
        {
            _steps++;
            var length = _text.AsSpan(_pos, _end - _pos).IndexOfAny(WordSpecials);
            if (length != 0)
            {
                _pos = length < 0 ? _end : _pos + length;
                continue;
            }

            var c = _text[_pos];
            if (TryReadQuoted(c))
            {
                continue;
            }

            if (c is '<' or '>' && Peek(1) == '(' && group == 0)
            {
                ReadProcessSubstitution();
            }
            else if (c == '(' && (group > 0 || (_pos > start && _text[_pos - 1] is '@' or '?' or '+' or '*' or '!')))
            {
                group++;
                _pos++;
            }
            else if (group > 0 && c is not ('\n' or '\r'))
            {
                group -= c == ')' ? 1 : 0;
                _pos++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Reads the argument of <c>${X…}</c> up to the brace, which stays.</summary>
    private ShellWord ReadBraceArgument(bool singleQuotes)
    {
        var start = _pos;
        var mark = _expansions.Count;
        var quotes = _quotes;
        while (_pos < _end)
        {
            _steps++;
            var length = _text.AsSpan(_pos, _end - _pos).IndexOfAny(BraceSpecials);
            if (length != 0)
            {
                _pos = length < 0 ? _end : _pos + length;
                continue;
            }

            var c = _text[_pos];
            if (c == '}')
            {
                break;
            }

            if (c == '\'' && !singleQuotes)
            {
                _pos++;
            }
            else
            {
                TryReadQuoted(c);
            }
        }

        return MakeWord(start, mark, quotes);
    }

    private bool TryReadQuoted(char c)
    {
        switch (c)
        {
            case '\\':
                ReadEscape(inDouble: false);
                return true;
            case '\'':
                ReadSingleQuotes();
                return true;
            case '"':
                ReadDoubleQuotes(escaped: false);
                return true;
            case '$':
                ReadDollar(inDouble: false);
                return true;
            case '`':
                ReadBackticks(inDouble: false);
                return true;
            default:
                return false;
        }
    }
}
