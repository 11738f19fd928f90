using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Warder.Engine.Exposure.Search;

/// <summary>
/// Finds where any of many three-byte words stands in a text. Each place is looked up in a table of bits that is small enough to stay
/// in the first cache; what passes is looked up exactly, so that only true places come out.
/// </summary>
internal sealed class AnchorSearch
{
    /// <summary>How many bytes a word has.</summary>
    public const int Width = 3;

    private const int FilterBits = 16;
    private const int WordMask = 0xFFFFFF;
    private const uint Mix = 0x9E3779B1;
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly Dictionary<int, int[]> _entries;

    /// <summary>Over words, each with the numbers that stand for it.</summary>
    public AnchorSearch(Dictionary<int, int[]> entries)
    {
        _entries = entries;
        foreach (var key in entries.Keys)
        {
            var slot = Slot(key);
            _filter[slot >> 6] |= 1UL << (slot & 63);
        }
    }

    /// <summary>The word of three bytes as a number.</summary>
    public static int Key(byte first, byte second, byte third) => first | (second << 8) | (third << 16);

    /// <summary>The first place at or behind an offset where a word stands; -1 where there is none.</summary>
    public int Next(ReadOnlySpan<byte> text, int from)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        var at = from;

        // Four bytes are read at once, so the last place is left to the slower loop.
        for (var last = text.Length - Width - 1; at <= last; at++)
        {
            var read = Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref start, at));
            var key = (BitConverter.IsLittleEndian ? read : BinaryPrimitives.ReverseEndianness(read)) & WordMask;
            var slot = Slot(key);
            if (((Unsafe.Add(ref filter, slot >> 6) >> (slot & 63)) & 1) != 0 && _entries.ContainsKey(key))
            {
                return at;
            }
        }

        for (; at <= text.Length - Width; at++)
        {
            if (_entries.ContainsKey(Key(text[at], text[at + 1], text[at + 2])))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>What the word at a place stands for.</summary>
    public int[] At(ReadOnlySpan<byte> text, int place) => _entries[Key(text[place], text[place + 1], text[place + 2])];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Slot(int key) => (int)((uint)key * Mix >> (32 - FilterBits));
}
