using System.Buffers;

namespace Warder.Syntax;

/// <summary>Where each line of a text starts; lines end at <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c>.</summary>
public sealed class LineMap
{
    private readonly string _text;
    private readonly int[] _starts;

    /// <summary>Reads the line starts of <paramref name="text"/>.</summary>
    public LineMap(string text)
    {
        _text = text;
        var rest = text.AsSpan();

        // Gathered in memory that is used again: of a list that grows, three times as much would be left behind.
        var starts = ArrayPool<int>.Shared.Rent(Math.Max(64, text.Length / 16));
        starts[0] = 0;
        var count = 1;
        var at = 0;
        while (true)
        {
            var next = rest[at..].IndexOfAny('\n', '\r');
            if (next < 0)
            {
                break;
            }

            at += next + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
            {
                at++;
            }

            if (count == starts.Length)
            {
                var larger = ArrayPool<int>.Shared.Rent(count * 2);
                starts.CopyTo(larger, 0);
                ArrayPool<int>.Shared.Return(starts);
                starts = larger;
            }

            starts[count++] = at;
        }

        _starts = starts[..count];
        ArrayPool<int>.Shared.Return(starts);
    }

    /// <summary>How many lines the text has; an empty text has one.</summary>
    public int LineCount => _starts.Length;

    /// <summary>The place of an offset; an offset past the end is the place after the last code unit.</summary>
    public LinePosition GetPosition(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var index = Array.BinarySearch(_starts, offset);
        if (index < 0)
        {
            index = ~index - 1;
        }

        return new LinePosition(index + 1, offset - _starts[index] + 1);
    }

    /// <summary>The offset of a place, held within the text.</summary>
    public int GetOffset(LinePosition position)
    {
        var line = Math.Clamp(position.Line, 1, _starts.Length);
        return Math.Clamp(_starts[line - 1] + Math.Max(position.Column - 1, 0), 0, _text.Length);
    }

    /// <summary>The range of a line (counted from 1) without its line ending.</summary>
    public TextSpan GetLine(int line)
    {
        var start = _starts[line - 1];
        var end = line < _starts.Length ? _starts[line] : _text.Length;
        while (end > start && _text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }
}
