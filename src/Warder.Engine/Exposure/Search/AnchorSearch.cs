using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Warder.Engine.Exposure.Search;

/// <summary>
/// Finds where any of many three-byte words stands in a text. Sixteen places are tried at once by the halves of their bytes, after the
/// method known as Teddy; what passes is looked up, so that only true places come out.
/// </summary>
internal sealed class AnchorSearch
{
    /// <summary>How many bytes a word has.</summary>
    public const int Width = 3;

    private const int Buckets = 8;
    private const int Lanes = 16;
    private const int FilterBits = 16;
    private const uint Mix = 0x9E3779B1;
    private readonly Vector128<byte>[] _low = new Vector128<byte>[Width];
    private readonly Vector128<byte>[] _high = new Vector128<byte>[Width];
    private readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    private readonly Dictionary<int, int[]> _entries;

    /// <summary>Over words, each with the numbers that stand for it.</summary>
    public AnchorSearch(IReadOnlyDictionary<int, int[]> entries)
    {
        _entries = new Dictionary<int, int[]>(entries);
        var keys = entries.Keys.ToArray();
        Array.Sort(keys);
        Span<byte> low = stackalloc byte[Width * Lanes];
        Span<byte> high = stackalloc byte[Width * Lanes];
        low.Clear();
        high.Clear();
        for (var i = 0; i < keys.Length; i++)
        {
            // Neighbours in the order share their first bytes, so a bucket of neighbours lets less through.
            var bucket = (byte)(1 << (i * Buckets / keys.Length));
            for (var at = 0; at < Width; at++)
            {
                var b = (keys[i] >> (8 * (Width - 1 - at))) & 0xFF;
                low[(at * Lanes) + (b & 0xF)] |= bucket;
                high[(at * Lanes) + (b >> 4)] |= bucket;
            }

            var slot = Slot(keys[i]);
            _filter[slot >> 6] |= 1UL << (slot & 63);
        }

        for (var at = 0; at < Width; at++)
        {
            _low[at] = Vector128.Create<byte>(low.Slice(at * Lanes, Lanes));
            _high[at] = Vector128.Create<byte>(high.Slice(at * Lanes, Lanes));
        }
    }

    /// <summary>The word of three bytes as a number.</summary>
    public static int Key(byte first, byte second, byte third) => (first << 16) | (second << 8) | third;

    /// <summary>The first place at or behind an offset where a word stands; -1 where there is none.</summary>
    public int Next(ReadOnlySpan<byte> text, int from)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var at = from;
        if (Vector128.IsHardwareAccelerated && (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            var last = text.Length - Lanes - Width + 1;
            Vector128<byte> low0 = _low[0], low1 = _low[1], low2 = _low[2], high0 = _high[0], high1 = _high[1], high2 = _high[2];
            var half = Vector128.Create((byte)0xF);
            for (; at <= last; at += Lanes)
            {
                var hits = Part(ref Unsafe.Add(ref start, at), low0, high0, half)
                    & Part(ref Unsafe.Add(ref start, at + 1), low1, high1, half)
                    & Part(ref Unsafe.Add(ref start, at + 2), low2, high2, half);
                if (hits == Vector128<byte>.Zero)
                {
                    continue;
                }

                for (var mask = ~Vector128.Equals(hits, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF; mask != 0; mask &= mask - 1)
                {
                    var place = at + BitOperations.TrailingZeroCount(mask);
                    if (IsWord(ref Unsafe.Add(ref start, place)))
                    {
                        return place;
                    }
                }
            }
        }

        for (; at <= text.Length - Width; at++)
        {
            if (IsWord(ref Unsafe.Add(ref start, at)))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>What the word at a place stands for.</summary>
    public int[] At(ReadOnlySpan<byte> text, int place) => _entries[Key(text[place], text[place + 1], text[place + 2])];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Part(ref byte at, Vector128<byte> low, Vector128<byte> high, Vector128<byte> half)
    {
        var bytes = Vector128.LoadUnsafe(ref at);
        return Vector128.ShuffleNative(low, bytes & half) & Vector128.ShuffleNative(high, Vector128.ShiftRightLogical(bytes, 4) & half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Slot(int key) => (int)((uint)key * Mix >> (32 - FilterBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsWord(ref byte at)
    {
        var key = Key(at, Unsafe.Add(ref at, 1), Unsafe.Add(ref at, 2));
        var slot = Slot(key);
        return (_filter[slot >> 6] & (1UL << (slot & 63))) != 0 && _entries.ContainsKey(key);
    }
}
