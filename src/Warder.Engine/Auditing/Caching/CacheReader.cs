using System.Runtime.InteropServices;
using System.Text;

namespace Warder.Engine.Auditing.Caching;

/// <summary>Reads what a <see cref="CacheWriter"/> wrote.</summary>
internal sealed class CacheReader
{
    private const int Continues = 0x80;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly List<string> _texts = [];
    private int _at;

    public CacheReader(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    public int ReadNumber()
    {
        var span = _bytes.Span;
        uint number = 0;
        var shift = 0;
        while (span[_at] is var next && next >= Continues)
        {
            number |= (uint)(next - Continues) << shift;
            shift += 7;
            _at++;
        }

        return (int)(number | ((uint)span[_at++] << shift)) - 1;
    }

    public bool ReadFlag() => ReadNumber() != 0;

    public string? ReadText()
    {
        var number = ReadNumber();
        if (number < 0)
        {
            return null;
        }

        if (number > 0)
        {
            return _texts[number - 1];
        }

        var text = ReadNew();
        _texts.Add(text);
        return text;
    }

    /// <summary>A text that is never missing.</summary>
    public string ReadWord() => ReadText() ?? throw new InvalidDataException("A text is missing.");

    public ReadOnlyMemory<byte> ReadBytes() => Take(ReadNumber());

    public T[] ReadList<T>(Func<CacheReader, T> read)
    {
        var length = ReadNumber();
        if (length == 0)
        {
            return [];
        }

        var items = new T[length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(this);
        }

        return items;
    }

    private string ReadNew()
    {
        var isAscii = ReadFlag();
        var length = ReadNumber();
        return isAscii
            ? Encoding.ASCII.GetString(Take(length).Span)
            : new string(MemoryMarshal.Cast<byte, char>(Take(length * sizeof(char)).Span));
    }

    private ReadOnlyMemory<byte> Take(int count)
    {
        var taken = _bytes.Slice(_at, count);
        _at += count;
        return taken;
    }
}
