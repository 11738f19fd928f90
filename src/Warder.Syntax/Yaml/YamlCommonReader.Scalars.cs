using System.Buffers;

namespace Warder.Syntax.Yaml;

/// <content>Scalars that begin and end in one line, and plain ones that go on in the next.</content>
internal sealed partial class YamlCommonReader
{
    private static readonly SearchValues<char> PlainStops = SearchValues.Create(":#\n\t");
    private static readonly SearchValues<char> NotPlain = SearchValues.Create(",[]{}#&*!|>'\"%@`?:\t\n ");

    /// <summary>A scalar of one line.</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="Style">How it is written.</param>
    /// <param name="IsKey">Whether a colon follows that makes it a key.</param>
    private readonly record struct ScannedScalar(string Value, YamlScalarStyle Style, bool IsKey);

    private bool ScanScalar(out ScannedScalar scalar) =>
        _text[_at] is '"' or '\'' ? ScanQuoted(out scalar) : ScanPlain(PlainStops, out scalar);

    private bool AddScalar(int start, ScannedScalar scalar)
    {
        _tree.Scalar(start, _at, scalar.Value, scalar.Style);
        return !_tree.IsStopped;
    }

    /// <summary>Scans a plain scalar to its last character in this line.</summary>
    private bool ScanPlain(SearchValues<char> stops, out ScannedScalar scalar)
    {
        scalar = default;
        var start = _at;
        if (NotPlain.Contains(_text[start]) || (_text[start] == '-' && IsGap(start + 1)) || IsMarker(start) || !ScanLine(stops))
        {
            return false;
        }

        var isKey = !IsAtEnd && _text[_at] == ':';
        var span = _text.AsSpan(start, _at - start);
        scalar = new ScannedScalar(isKey ? YamlCommonKeys.Take(span) : span.ToString(), YamlScalarStyle.Plain, isKey);
        return true;
    }

    /// <summary>Goes behind the last character of a plain scalar's line.</summary>
    private bool ScanLine(SearchValues<char> stops)
    {
        var start = _at;
        while (true)
        {
            var length = _text.AsSpan(_at).IndexOfAny(stops);
            _at = length < 0 ? _text.Length : _at + length;
            switch (IsAtEnd ? '\n' : _text[_at])
            {
                case ':' when IsGap(_at + 1):
                    return _at > start && _text[_at - 1] != ' ';
                case '#' when _at == start || _text[_at - 1] != ' ':
                case ':' when !ReferenceEquals(stops, PlainStopsInFlow):
                    _at++;
                    break;
                case '\n' or '#' or ',' or ']' or '}':
                    while (_text[_at - 1] == ' ')
                    {
                        _at--;
                    }

                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>Adds a plain scalar with the lines in which it goes on: those that stand deeper than what is around it.</summary>
    private bool ReadPlain(int start, string first, int indent)
    {
        var value = first;
        while (NextLine(out var breaks) is var next and >= 0 && next - _lineStart > indent && _text[next] != '#')
        {
            if (ReferenceEquals(value, first))
            {
                _buffer.Clear().Append(first);
                value = "";
            }

            _at = next;
            if (_text[next] is '\t' or ':' || !ScanLine(PlainStops) || (!IsAtEnd && _text[_at] == ':'))
            {
                return false;
            }

            // One break is a space; of several the first is not counted.
            _ = breaks == 1 ? _buffer.Append(' ') : _buffer.Append('\n', breaks - 1);
            _buffer.Append(_text, next, _at - next);
        }

        _tree.Scalar(start, _at, value.Length > 0 ? value : _buffer.ToString(), YamlScalarStyle.Plain);
        return !_tree.IsStopped;
    }

    /// <summary>The offset of the first character behind the following line breaks; -1 where something else follows, or nothing.</summary>
    private int NextLine(out int breaks)
    {
        breaks = 0;
        var at = _at;
        var lineStart = _lineStart;
        while (at < _text.Length && _text[at] is ' ' or '\n')
        {
            if (_text[at++] == '\n')
            {
                breaks++;
                lineStart = at;
            }
        }

        if (breaks == 0 || at >= _text.Length)
        {
            return -1;
        }

        _lineStart = lineStart;
        return at;
    }

    private bool ScanQuoted(out ScannedScalar scalar)
    {
        scalar = default;
        var isDouble = _text[_at] == '"';
        var start = ++_at;
        _buffer.Clear();
        while (true)
        {
            var rest = _text.AsSpan(_at);
            var length = isDouble ? rest.IndexOfAny('"', '\\', '\n') : rest.IndexOfAny('\'', '\n');
            if (length < 0 || rest[length] == '\n')
            {
                return false;
            }

            var isEnd = rest[length] != '\\' && (isDouble || length + 1 >= rest.Length || rest[length + 1] != '\'');
            if (isEnd && _buffer.Length == 0)
            {
                _at += length + 1;
                return Take(rest[..length].ToString(), isDouble, out scalar);
            }

            _buffer.Append(rest[..length]);
            _at += length + 1;
            if (isEnd)
            {
                return Take(_buffer.ToString(), isDouble, out scalar);
            }

            if (IsAtEnd || Unescape(_text[_at++]) is not { } unit)
            {
                return false;
            }

            _buffer.Append(unit);
        }
    }

    private bool Take(string value, bool isDouble, out ScannedScalar scalar)
    {
        var isKey = !IsAtEnd && _text[_at] == ':' && IsGap(_at + 1);
        scalar = new ScannedScalar(value, isDouble ? YamlScalarStyle.DoubleQuoted : YamlScalarStyle.SingleQuoted, isKey);
        return true;
    }

    /// <summary>What stands behind a backslash, or behind a quote that is doubled; null for what is left to the parser.</summary>
    private static char? Unescape(char unit) => unit switch
    {
        '"' or '\\' or '/' or '\'' or ' ' => unit,
        'n' => '\n',
        't' => '\t',
        _ => null,
    };
}
