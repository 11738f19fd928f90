using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Warder.Engine.Auditing.Caching;

/// <summary>Writes the values of a cache: numbers in as few bytes as they need, each text once and then by its number.</summary>
internal sealed class CacheWriter
{
    private const int Continues = 0x80;
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>The texts that were written, each once, in their order.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>How many bytes were written since they were last taken.</summary>
    public int Length => _bytes.WrittenCount;

    /// <summary>Takes what was written so far; texts keep their numbers.</summary>
    public void TakeTo(Action<ReadOnlyMemory<byte>> target)
    {
        target(_bytes.WrittenMemory);
        _bytes.ResetWrittenCount();
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _numbers.Clear();
        _texts.Clear();
    }

    /// <summary>A number from -1.</summary>
    public void Write(int number)
    {
        var rest = (uint)(number + 1);
        var span = _bytes.GetSpan(5);
        var count = 0;
        for (; rest >= Continues; rest >>= 7)
        {
            span[count++] = (byte)(rest | Continues);
        }

        span[count++] = (byte)rest;
        _bytes.Advance(count);
    }

    public void Write(bool value) => Write(value ? 1 : 0);

    /// <summary>A text: exactly, whatever it holds.</summary>
    public void Write(string? text)
    {
        if (text is null)
        {
            Write(-1);
        }
        else if (_numbers.TryGetValue(text, out var number))
        {
            Write(number + 1);
        }
        else
        {
            _numbers.Add(text, _texts.Count);
            _texts.Add(text);
            Write(0);
            WriteNew(text);
        }
    }

    /// <summary>What another writer wrote, behind its length.</summary>
    public void Write(ReadOnlyMemory<byte> bytes)
    {
        Write(bytes.Length);
        _bytes.Write(bytes.Span);
    }

    /// <summary>A list, behind its length.</summary>
    public void Write<T>(IReadOnlyCollection<T> items, Action<CacheWriter, T> write)
    {
        Write(items.Count);
        foreach (var item in items)
        {
            write(this, item);
        }
    }

    private void WriteNew(string text)
    {
        var isAscii = Ascii.IsValid(text);
        Write(isAscii);
        Write(text.Length);
        if (isAscii)
        {
            _ = Ascii.FromUtf16(text, _bytes.GetSpan(text.Length), out var written);
            _bytes.Advance(written);
        }
        else
        {
            _bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        }
    }
}
