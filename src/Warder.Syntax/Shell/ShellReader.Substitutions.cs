namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    private void ReadDollarParen(bool inDouble)
    {
        var start = _pos;
        var close = Peek(2) == '(' ? CloserOf(_pos + 2) : -1;
        if (close >= 0)
        {
            var arithmetic = new ShellExpansion(ShellExpansionKind.Arithmetic, inDouble);
            _pos += 3;
            _depth++;
            arithmetic.Argument = ReadArithmetic(close);
            _depth--;
            arithmetic.Span = TextSpan.FromBounds(start, _pos);
            _expansions.Add(arithmetic);
            return;
        }

        _pos += 2;
        ReadSubstitution(ShellExpansionKind.CommandSubstitution, ShellNesting.CommandSubstitution, start, inDouble);
    }

    private void ReadProcessSubstitution()
    {
        if (!CanGoDeeper(2))
        {
            return;
        }

        var start = _pos;
        _pos += 2;
        ReadSubstitution(ShellExpansionKind.ProcessSubstitution, ShellNesting.ProcessSubstitution, start, inDouble: false);
    }

    private void ReadSubstitution(ShellExpansionKind kind, ShellNesting nesting, int start, bool inDouble)
    {
        ReadNestedList(nesting, untilParen: true);
        if (Peek() == ')')
        {
            _pos++;
        }
        else
        {
            Report(ShellProblemKind.UnclosedExpansion, start, 2);
        }

        _expansions.Add(new ShellExpansion(kind, inDouble) { Span = TextSpan.FromBounds(start, _pos) });
    }

    /// <summary>Reads up to the two parentheses at <paramref name="close"/> and past them.</summary>
    private ShellWord ReadArithmetic(int close)
    {
        var start = _pos;
        var mark = _expansions.Count;
        var quotes = _quotes;
        while (_pos < close)
        {
            _steps++;
            var c = _text[_pos];
            if (c is '$' or '`' or '\\')
            {
                ReadInDouble();
            }
            else if (StartsName(c))
            {
                var name = TextSpan.FromBounds(_pos, NameEnd(_pos));
                var expansion = AddVariable(ShellExpansionKind.ArithmeticName, name, isQuoted: false);
                AddUse(expansion);
                _expansions.Add(expansion);
                _pos = name.End;
            }
            else if (char.IsAsciiDigit(c))
            {
                while (_pos < close && (ContinuesName(_text[_pos]) || _text[_pos] is '#' or '@'))
                {
                    _pos++;
                }
            }
            else
            {
                _pos++;
            }
        }

        var word = MakeWord(start, mark, quotes);
        _pos = Math.Min(Math.Max(_pos, close + 2), _end);
        return word;
    }

    private void ReadBackticks(bool inDouble)
    {
        var start = _pos;
        if (!CanGoDeeper(1))
        {
            return;
        }

        var close = _pos + 1;
        while (close < _end && _text[close] != '`')
        {
            _steps++;
            close += _text[close] == '\\' ? 2 : 1;
        }

        if (close >= _end)
        {
            Report(ShellProblemKind.UnclosedExpansion, start, 1);
            _pos++;
            return;
        }

        _pos++;
        ReadBacktickRegion(close, inDouble);
        _pos = close + 1;
        _expansions.Add(new ShellExpansion(ShellExpansionKind.CommandSubstitution, inDouble) { Span = TextSpan.FromBounds(start, _pos) });
    }

    /// <summary>Reads backticks that are escaped because they stand in backticks.</summary>
    private void ReadInnerBackticks(bool inDouble)
    {
        var start = _pos;
        _pos += 2;
        var length = _text.AsSpan(_pos, _end - _pos).IndexOf("\\`", StringComparison.Ordinal);
        if (length < 0 || _depth >= MaxDepth)
        {
            return;
        }

        _steps += length;
        var close = _pos + length;
        ReadBacktickRegion(close, inDouble);
        _pos = close + 2;
        _expansions.Add(new ShellExpansion(ShellExpansionKind.CommandSubstitution, inDouble) { Span = TextSpan.FromBounds(start, _pos) });
    }

    private void ReadBacktickRegion(int close, bool inDouble)
    {
        var (end, wasInDouble) = (_end, _backtickInDouble);
        _end = close;
        _backtickDepth++;
        _backtickInDouble |= inDouble;
        ReadNestedList(ShellNesting.CommandSubstitution, untilParen: false);
        _backtickDepth--;
        _backtickInDouble = wasInDouble;
        _end = end;
    }
}
