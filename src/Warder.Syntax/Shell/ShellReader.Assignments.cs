namespace Warder.Syntax.Shell;

internal sealed partial class ShellReader
{
    // An index longer than this is not one; keeps the look ahead short.
    private const int LongestIndex = 256;

    private int _vainFrom;
    private int _vainTo;
    private bool _vainIsFinal;

    private bool TryReadAssignment(ShellAssignmentKind kind)
    {
        var start = _pos;
        var nameEnd = NameEnd(start);
        _steps += nameEnd - start;
        if (nameEnd == start || nameEnd >= _end || _text[nameEnd] is not ('=' or '+' or '['))
        {
            return false;
        }

        var at = _text[nameEnd] == '[' ? IndexEnd(nameEnd) : nameEnd;
        var append = at + 1 < _end && _text[at] == '+' && _text[at + 1] == '=';
        var valueStart = at + (append ? 2 : 1);
        if (valueStart > _end || _text[valueStart - 1] != '=')
        {
            return false;
        }

        var mark = _expansions.Count;
        var quotes = _quotes;
        if (at > nameEnd)
        {
            _pos = nameEnd;
            var index = ReadIndex();
            _expansions.AddRange(index.Expansions);
        }

        _pos = Math.Max(_pos, valueStart);
        if (Peek() == '(' && _pos == valueStart)
        {
            ReadArray();
        }
        else
        {
            ReadParts();
        }

        var from = Math.Min(valueStart, _pos);
        var value = at == nameEnd ? MakeWord(from, mark, quotes) : MakeWord(start, mark, quotes).From(from);
        var name = TextSpan.FromBounds(start, nameEnd);
        _assignments.Add(new ShellAssignment(kind, _text[start..nameEnd], name, TextSpan.FromBounds(start, _pos), value, append));
        return true;
    }

    /// <summary>
    /// After the <c>]</c> of an index that an assignment follows; the opening bracket where there is none. What was looked through in
    /// vain is not looked through again, so that many open brackets in a row cost no more than one.
    /// </summary>
    private int IndexEnd(int open)
    {
        var from = open + 1;
        if (open >= _vainFrom && open < _vainTo)
        {
            if (_vainIsFinal)
            {
                return open;
            }

            from = Math.Max(from, _vainTo);
        }

        var most = Math.Min(_end, open + LongestIndex);
        var at = from;
        for (; at < most; at++)
        {
            _steps++;
            if (_text[at] is '\n' or ' ' or ';')
            {
                break;
            }

            if (_text[at] == ']' && at + 1 < _end && _text[at + 1] is '=' or '+')
            {
                return at + 1;
            }
        }

        (_vainFrom, _vainTo, _vainIsFinal) = (open, at, at < most || most == _end);
        return open;
    }

    private void ReadArray()
    {
        var start = _pos++;
        while (true)
        {
            _steps++;
            SkipBlankLines();
            if (_pos >= _end)
            {
                Report(ShellProblemKind.UnclosedExpansion, start, 1);
                return;
            }

            if (Peek() == ')')
            {
                _pos++;
                return;
            }

            var before = _pos;
            ReadParts();
            _pos += _pos == before ? 1 : 0;
        }
    }
}
