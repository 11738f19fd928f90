using System.Buffers;
using System.Text;
using Warder.Engine.Exposure.Search;
using Warder.Syntax;

namespace Warder.Engine.Exposure.Scanning;

/// <summary>
/// Scans one content of any length in constant memory: pieces that overlap by the longest value. Text in UTF-16 is turned into UTF-8
/// first.
/// </summary>
internal sealed class ContentScan
{
    private const int PieceSize = 1024 * 1024;
    private const int Overlap = ValueSearch.MaxLength;
    private const int ProbeSize = 512;
    private const int MaxLine = 400;
    private readonly ValueSearch _search;
    private readonly Redaction.Redactor _redactor;
    private readonly DateOnly _today;

    public ContentScan(ValueSearch search, Redaction.Redactor redactor, DateOnly today)
    {
        _search = search;
        _redactor = redactor;
        _today = today;
    }

    /// <summary>How many bytes were looked at.</summary>
    public long Bytes { get; private set; }

    /// <summary>The values in what a function reads: it fills a buffer and gives how many bytes it has put there, 0 at the end.</summary>
    public List<PlacedValue> Scan(ReadBytes read)
    {
        var found = new List<PlacedValue>();
        var buffer = ArrayPool<byte>.Shared.Rent(PieceSize + Overlap);
        try
        {
            var count = Fill(read, buffer, 0);
            Bytes += count;
            if (count == 0)
            {
                return found;
            }

            if (Utf16Of(buffer.AsSpan(0, count)) is { } encoding)
            {
                ScanUtf16(read, buffer, count, encoding, found);
                return found;
            }

            ScanPieces(read, buffer, count, found);
            return found;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void ScanPieces(ReadBytes read, byte[] buffer, int count, List<PlacedValue> found)
    {
        var lines = 1;
        while (true)
        {
            var isLast = count < buffer.Length;
            var text = buffer.AsSpan(0, count);
            var passed = isLast ? count : count - Overlap;
            foreach (var value in _search.Find(text, _today))
            {
                // A value in the overlap comes again, whole, with the next piece.
                if (value.Start < passed)
                {
                    found.Add(Place(text, value, lines));
                    passed = Math.Max(passed, value.End);
                }
            }

            if (isLast)
            {
                return;
            }

            lines += text[..passed].Count((byte)'\n');
            text[passed..].CopyTo(buffer);
            var kept = count - passed;
            var more = Fill(read, buffer, kept);
            Bytes += more;
            count = kept + more;
        }
    }

    private void ScanUtf16(ReadBytes read, byte[] first, int count, Encoding encoding, List<PlacedValue> found)
    {
        // Such files are few and small; of a larger one the beginning must do.
        var isCut = count == first.Length;
        var text = encoding.GetString(first, 0, count);
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        foreach (var value in _search.Find(bytes, _today))
        {
            found.Add(Place(bytes, value, 1));
        }

        if (isCut && Fill(read, first, 0) is > 0 and var more)
        {
            Bytes += more;
            ScanUtf16(read, first, more, encoding, found);
        }
    }

    private static int Fill(ReadBytes read, byte[] buffer, int from)
    {
        var at = from;
        while (at < buffer.Length && read(buffer.AsSpan(at)) is > 0 and var got)
        {
            at += got;
        }

        return at - from;
    }

    /// <summary>UTF-16 by its mark, or by the zero bytes that ASCII has in it.</summary>
    private static Encoding? Utf16Of(ReadOnlySpan<byte> text)
    {
        switch (text)
        {
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode;
        }

        var probe = text[..Math.Min(ProbeSize, text.Length & ~1)];
        if (probe.Length < 16 || probe.IndexOf((byte)0) < 0)
        {
            return null;
        }

        int even = 0, odd = 0;
        for (var i = 0; i < probe.Length; i += 2)
        {
            even += probe[i] == 0 ? 1 : 0;
            odd += probe[i + 1] == 0 ? 1 : 0;
        }

        var most = probe.Length / 2 * 9 / 10;
        return odd >= most && even == 0 ? Encoding.Unicode : even >= most && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private PlacedValue Place(ReadOnlySpan<byte> text, FoundValue value, int firstLine)
    {
        var before = text[..value.Start];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var line = firstLine + before.Count((byte)'\n');
        var rest = text[lineStart..];
        var lineEnd = rest.IndexOf((byte)'\n') is >= 0 and var end ? end : rest.Length;
        var column = 1 + Encoding.UTF8.GetCharCount(text[lineStart..value.Start]);
        var inside = text.Slice(value.Start, value.Length);
        var last = inside.LastIndexOf((byte)'\n');
        var endPosition = last < 0
            ? new LinePosition(line, column + Encoding.UTF8.GetCharCount(inside))
            : new LinePosition(line + inside.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(inside[(last + 1)..]));
        var from = Math.Max(0, value.Start - lineStart - (MaxLine / 2));
        var shown = rest.Slice(from, Math.Min(MaxLine, lineEnd - from));
        return new PlacedValue(value, new LinePosition(line, column), endPosition, _redactor.Redact(Encoding.UTF8.GetString(shown).TrimEnd('\r')));
    }
}
