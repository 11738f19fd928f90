namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    private void ReadDollar(bool inDouble)
    {
        var next = Peek(1);
        switch (next)
        {
            case '{':
                if (!TryReadTemplate(inDouble) && CanGoDeeper(2))
                {
                    ReadParameter(inDouble);
                }

                return;
            case '(':
                if (CanGoDeeper(2))
                {
                    ReadDollarParen(inDouble);
                }

                return;
            case '\'' when !inDouble:
                ReadAnsiQuotes();
                return;
            case '"' when !inDouble:
                _pos++;
                return;
        }

        var start = _pos + 1;
        var end = NameEnd(start);
        if (end == start && (char.IsAsciiDigit(next) || next is '@' or '*' or '#' or '?' or '-' or '$' or '!'))
        {
            end++;
        }

        if (end == start)
        {
            _pos++;
            return;
        }

        var expansion = AddVariable(ShellExpansionKind.Variable, TextSpan.FromBounds(start, end), inDouble);
        expansion.Span = TextSpan.FromBounds(_pos, end);
        AddUse(expansion);
        _expansions.Add(expansion);
        _steps += end - start;
        _pos = end;
    }

    /// <summary>Whether one more level may be read; where not, the next character is read as text.</summary>
    private bool CanGoDeeper(int opener)
    {
        if (_depth < MaxDepth)
        {
            return true;
        }

        Report(ShellProblemKind.TooDeep, _pos, opener);
        _pos++;
        return false;
    }

    private ShellExpansion AddVariable(ShellExpansionKind kind, TextSpan name, bool isQuoted) => new(kind, isQuoted)
    {
        Name = _text.Substring(name.Start, name.Length),
        NameSpan = name,
        Span = name,
    };

    private void AddUse(ShellExpansion expansion)
    {
        if (_current is not null && expansion.Name is [var first, ..] && StartsName(first))
        {
            _uses.Add(new ShellVariableUse(expansion.Name, expansion.NameSpan, expansion.Span, _current, expansion));
        }
    }

    private bool TryReadTemplate(bool isQuoted)
    {
        if (!ShellTemplateScanner.StartsAt(_text, _pos, _end))
        {
            return false;
        }

        var end = _templates.FindEnd(_pos, _end);
        if (end < 0)
        {
            return false;
        }

        _expansions.Add(new ShellExpansion(ShellExpansionKind.Template, isQuoted) { Span = TextSpan.FromBounds(_pos, end) });
        _pos = end;
        return true;
    }

    private void ReadParameter(bool inDouble)
    {
        var start = _pos;
        _pos += 2;
        _depth++;
        var length = Peek() == '#' && Peek(1) is not ('}' or ':' or '-' or '=' or '+' or '?' or '%' or '/');
        var indirect = Peek() == '!' && Peek(1) != '}';
        _pos += length || indirect ? 1 : 0;
        var nameEnd = ParameterNameEnd();
        var expansion = AddVariable(ShellExpansionKind.Variable, TextSpan.FromBounds(_pos, nameEnd), inDouble);
        expansion.IsLength = length;
        expansion.IsIndirect = indirect;
        _pos = nameEnd;

        // The use stands before those in its argument; its span is known only behind the brace.
        var use = _uses.Count;
        AddUse(expansion);
        var added = _uses.Count > use;
        if (Peek() == '[')
        {
            expansion.Index = ReadIndex();
        }

        if (Peek() is not ('}' or '\0'))
        {
            expansion.Operator = ReadOperator();
            var pattern = expansion.Operator.Length > 0 && expansion.Operator[0] is '%' or '#' or '/' or '^' or ',';
            expansion.Argument = ReadBraceArgument(singleQuotes: !inDouble || pattern);
        }

        if (_pos < _end)
        {
            _pos++;
        }
        else
        {
            Report(ShellProblemKind.UnclosedExpansion, start, 2);
        }

        expansion.Span = TextSpan.FromBounds(start, _pos);
        _expansions.Add(expansion);
        if (added)
        {
            _uses[use] = _uses[use] with { Span = expansion.Span };
        }

        _depth--;
    }

    private int ParameterNameEnd()
    {
        var end = NameEnd(_pos);
        if (end > _pos)
        {
            _steps += end - _pos;
            return end;
        }

        while (end < _end && char.IsAsciiDigit(_text[end]))
        {
            end++;
        }

        return end == _pos && Peek() is '@' or '*' or '#' or '?' or '-' or '$' or '!' ? end + 1 : end;
    }

    private ShellWord ReadIndex()
    {
        _pos++;
        var start = _pos;
        var mark = _expansions.Count;
        var quotes = _quotes;
        while (_pos < _end && _text[_pos] is not (']' or '}' or '\n'))
        {
            _steps++;
            if (!TryReadQuoted(_text[_pos]))
            {
                _pos++;
            }
        }

        var index = MakeWord(start, mark, quotes);
        _pos += Peek() == ']' ? 1 : 0;
        return index;
    }

    private string ReadOperator()
    {
        var (first, second) = (Peek(), Peek(1));
        var text = (first, second) switch
        {
            (':', '-') => ":-",
            (':', '=') => ":=",
            (':', '+') => ":+",
            (':', '?') => ":?",
            ('#', '#') => "##",
            ('%', '%') => "%%",
            ('/', '/') => "//",
            ('/', '#') => "/#",
            ('/', '%') => "/%",
            ('^', '^') => "^^",
            (',', ',') => ",,",
            ('-', _) => "-",
            ('=', _) => "=",
            ('+', _) => "+",
            ('?', _) => "?",
            ('#', _) => "#",
            ('%', _) => "%",
            ('/', _) => "/",
            ('^', _) => "^",
            (',', _) => ",",
            (':', _) => ":",
            ('@', _) => "@",
            ('*', _) => "*",
            _ => "",
        };
        _pos += text.Length;
        return text;
    }
}
