namespace Warder.Engine.Exposure.Formats;

/// <summary>
/// Reads patterns written as a small part of regular expressions: literal characters, <c>\d</c>, <c>\w</c>, a backslash before
/// any sign, <c>[a-z0-9_-]</c>, groups with alternatives <c>(a|b)</c>, and counts <c>{n}</c> and <c>{n,m}</c>.
/// </summary>
internal sealed class PatternReader
{
    private const int MaxAlternatives = 64;
    private const int MaxCount = 4096;
    private readonly string _text;
    private int _at;

    private PatternReader(string text) => _text = text;

    /// <summary>The patterns, one for each way through its groups.</summary>
    /// <exception cref="FormatException">The text is not such a pattern; the message says what and where.</exception>
    public static IReadOnlyList<BytePattern> Read(string text)
    {
        var reader = new PatternReader(text);
        var ways = reader.Alternatives();
        return reader._at < text.Length ? throw reader.Wrong("is not expected") : [.. ways.Select(w => new BytePattern([.. w]))];
    }

    private List<List<PatternPart>> Alternatives()
    {
        var all = Sequence();
        while (_at < _text.Length && _text[_at] == '|')
        {
            _at++;
            all.AddRange(Sequence());
        }

        return all.Count > MaxAlternatives ? throw new FormatException($"it has more than {MaxAlternatives} alternatives") : all;
    }

    private List<List<PatternPart>> Sequence()
    {
        List<List<PatternPart>> ways = [[]];
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            if (_text[_at] == '(')
            {
                var group = Group();
                var (min, max) = Count();
                ways = group is [[var part]] ? Append(ways, part with { Min = min, Max = max }) : Repeat(ways, group, min == max ? min : throw Wrong("counts a group: only {n} can"));
            }
            else
            {
                var set = Set();
                var (min, max) = Count();
                Append(ways, new PatternPart(set, min, max));
            }
        }

        return ways.Exists(w => w.Count == 0) ? throw Wrong("leaves an alternative empty") : ways;
    }

    private List<List<PatternPart>> Group()
    {
        _at++;
        _at += _text.AsSpan(_at).StartsWith("?:", StringComparison.Ordinal) ? 2 : 0;
        var inner = Alternatives();
        return _at < _text.Length && _text[_at++] == ')' ? inner : throw Wrong("closes no group");
    }

    private ByteSet Set()
    {
        var c = _text[_at++];
        switch (c)
        {
            case '[':
                return Class();
            case '\\' when _at < _text.Length:
                return Escaped(_text[_at++]);
            case '\\' or '*' or '+' or '?' or '.' or '^' or '$' or '{' or '}' or ']':
                _at--;
                throw Wrong("cannot stand here; put \\ before it to mean the sign itself");
            case > '~' or < ' ':
                _at--;
                throw Wrong("is not ASCII");
            default:
                return ByteSet.Of(c);
        }
    }

    private ByteSet Class()
    {
        var set = default(ByteSet);
        while (_at < _text.Length && _text[_at] != ']')
        {
            var c = _text[_at++];
            if (c == '\\' && _at < _text.Length)
            {
                set |= Escaped(_text[_at++]);
            }
            else if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
            {
                set |= c <= _text[_at + 1] && _text[_at + 1] <= '~' ? ByteSet.Range(c, _text[_at + 1]) : throw Wrong("is no range");
                _at += 2;
            }
            else
            {
                set |= c is >= ' ' and <= '~' ? ByteSet.Of(c) : throw Wrong("is not ASCII");
            }
        }

        return _at++ < _text.Length && set.Count > 0 ? set : throw Wrong("ends a set that was not closed or is empty");
    }

    private ByteSet Escaped(char c) => c switch
    {
        'd' => ByteSet.Range('0', '9'),
        'w' => ByteSet.Word,
        _ when char.IsAsciiLetterOrDigit(c) => throw Wrong($"is unknown: \\{c}"),
        _ => ByteSet.Of(c),
    };

    private (int Min, int Max) Count()
    {
        if (_at >= _text.Length || _text[_at] != '{')
        {
            return (1, 1);
        }

        var close = _text.IndexOf('}', _at);
        var inside = close < 0 ? throw Wrong("opens a count that is not closed") : _text[(_at + 1)..close];
        var comma = inside.IndexOf(',', StringComparison.Ordinal);
        var isRead = int.TryParse(comma < 0 ? inside : inside[..comma], out var min);
        var max = comma < 0 ? min : comma == inside.Length - 1 ? MaxCount : int.TryParse(inside[(comma + 1)..], out var given) ? given : -1;
        if (!isRead || min < 0 || max < Math.Max(1, min) || max > MaxCount)
        {
            throw Wrong($"opens a count that is none of {{n}} {{n,}} {{n,m}} up to {MaxCount}");
        }

        _at = close + 1;
        return (min, max);
    }

    private static List<List<PatternPart>> Append(List<List<PatternPart>> ways, PatternPart part)
    {
        foreach (var way in ways)
        {
            way.Add(part);
        }

        return ways;
    }

    private static List<List<PatternPart>> Repeat(List<List<PatternPart>> ways, List<List<PatternPart>> piece, int times)
    {
        for (var i = 0; i < times; i++)
        {
            ways = [.. ways.SelectMany(w => piece.Select(p => (List<PatternPart>)[.. w, .. p]))];
            if (ways.Count > MaxAlternatives)
            {
                throw new FormatException($"it has more than {MaxAlternatives} alternatives");
            }
        }

        return ways;
    }

    private FormatException Wrong(string what) =>
        new(_at < _text.Length ? $"'{_text[_at]}' at column {_at + 1} {what}" : $"the end {what}");
}
