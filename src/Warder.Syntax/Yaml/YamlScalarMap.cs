namespace Warder.Syntax.Yaml;

/// <summary>Where in the text each code unit of a scalar's value was written.</summary>
internal sealed class YamlScalarMap
{
    private readonly string _text;
    private readonly int _valueLength;
    private Piece[] _pieces = new Piece[8];
    private int _count;
    private int _read;

    private YamlScalarMap(string text, int valueLength)
    {
        _text = text;
        _valueLength = valueLength;
    }

    /// <summary>The offset after the content: before a closing quote, or before a block scalar's last line break.</summary>
    public int End { get; private set; }

    /// <summary>Reads a plain or quoted scalar; the span includes the quotes.</summary>
    public static YamlScalarMap ReadFlow(string text, TextSpan span, YamlScalarStyle style, int valueLength)
    {
        var map = new YamlScalarMap(text, valueLength);
        var quote = style == YamlScalarStyle.Plain ? 0 : 1;
        new YamlFlowScalarReader(text, span.End - quote, style, map).Read(span.Start + quote);
        map.End = span.End - quote;
        return map;
    }

    /// <summary>Reads a block scalar that starts with its <c>|</c> or <c>&gt;</c> at <paramref name="start"/>.</summary>
    public static YamlScalarMap ReadBlock(string text, int start, string value, bool folded)
    {
        var map = new YamlScalarMap(text, value.Length);
        new YamlBlockScalarReader(text, value, map).Read(start, folded);
        if (map._count == 0)
        {
            map.End = SkipIndicators(text, start);
            return map;
        }

        var last = map.GetSource(map._read - 1);
        map.End = YamlCharacters.IsBreak(text[last.Start]) ? last.Start : last.End;
        return map;
    }

    /// <summary>The offset after a block scalar's style, chomping and indentation indicators.</summary>
    public static int SkipIndicators(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] is '+' or '-' or (>= '0' and <= '9'))
        {
            at++;
        }

        return at;
    }

    /// <summary>How many code units of the value have a source.</summary>
    public int Position => _read;

    /// <summary>Whether as many code units were mapped as the value has.</summary>
    public bool IsComplete => _read == _valueLength;

    /// <summary>The place of the value's code unit at this index.</summary>
    public TextSpan GetSource(int index)
    {
        if (index >= _read)
        {
            return new TextSpan(End, 0);
        }

        var low = 0;
        var high = _count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_pieces[middle].ValueStart <= index)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        var piece = _pieces[low];
        return piece.IsRun
            ? new TextSpan(piece.SourceStart + index - piece.ValueStart, 1)
            : new TextSpan(piece.SourceStart, piece.SourceLength);
    }

    /// <summary>Adds code units of the text that stand for themselves.</summary>
    public void AddRun(int start, int length)
    {
        length = Math.Min(length, _valueLength - _read);
        if (length <= 0)
        {
            return;
        }

        if (_count > 0)
        {
            var last = _pieces[_count - 1];
            if (last.IsRun && last.SourceStart + _read - last.ValueStart == start)
            {
                _read += length;
                return;
            }
        }

        Add(new Piece(_read, start, 0));
        _read += length;
    }

    /// <summary>Adds one code unit of the value that several of the text stand for.</summary>
    public void AddAtom(int start, int sourceLength)
    {
        if (sourceLength == 1)
        {
            AddRun(start, 1);
        }
        else if (_read < _valueLength)
        {
            Add(new Piece(_read, start, sourceLength));
            _read++;
        }
    }

    /// <summary>Adds the line break at this offset.</summary>
    public void AddBreak(int at) => AddAtom(at, YamlCharacters.BreakLength(_text, at));

    private void Add(Piece piece)
    {
        if (_count == _pieces.Length)
        {
            Array.Resize(ref _pieces, _count * 2);
        }

        _pieces[_count++] = piece;
    }

    private readonly record struct Piece(int ValueStart, int SourceStart, int SourceLength)
    {
        public bool IsRun => SourceLength == 0;
    }
}
