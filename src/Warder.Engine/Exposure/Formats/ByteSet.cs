namespace Warder.Engine.Exposure.Formats;

/// <summary>A set of ASCII bytes.</summary>
/// <param name="Low">Those below 64, a bit each.</param>
/// <param name="High">Those from 64 to 127.</param>
internal readonly record struct ByteSet(ulong Low, ulong High)
{
    private const int Half = 64;
    private const int Bits = 128;

    /// <summary>Letters, digits and the underscore: what a word is made of.</summary>
    public static ByteSet Word { get; } = Range('A', 'Z') | Range('a', 'z') | Range('0', '9') | Of('_');

    /// <summary>What base64 of either alphabet is made of, padding aside.</summary>
    public static ByteSet Base64 { get; } = Word | Of('-') | Of('+') | Of('/');

    /// <summary>How many bytes are in it.</summary>
    public int Count => System.Numerics.BitOperations.PopCount(Low) + System.Numerics.BitOperations.PopCount(High);

    public static ByteSet operator |(ByteSet left, ByteSet right) => new(left.Low | right.Low, left.High | right.High);

    public static ByteSet Of(char c) => c < Half ? new(1UL << c, 0) : new(0, 1UL << (c - Half));

    public static ByteSet Range(char from, char to)
    {
        var set = default(ByteSet);
        for (var c = from; c <= to; c++)
        {
            set |= Of(c);
        }

        return set;
    }

    public bool Contains(byte value) => value < Half ? ((Low >> value) & 1) != 0 : value < Bits && ((High >> (value - Half)) & 1) != 0;

    /// <summary>The lowest of its bytes; there must be one.</summary>
    public byte First => (byte)(Low != 0 ? System.Numerics.BitOperations.TrailingZeroCount(Low) : Half + System.Numerics.BitOperations.TrailingZeroCount(High));

    /// <summary>Its bytes, rising.</summary>
    /// <param name="members">Where to write them: <see cref="Count"/> places.</param>
    public void CopyTo(Span<byte> members)
    {
        var at = 0;
        for (var (rest, last) = (this, Count); at < last; at++)
        {
            members[at] = rest.First;
            rest = rest.Low != 0 ? rest with { Low = rest.Low & (rest.Low - 1) } : rest with { High = rest.High & (rest.High - 1) };
        }
    }

    /// <summary>Where the run of its bytes that starts at an offset ends.</summary>
    public int RunEnd(ReadOnlySpan<byte> text, int start)
    {
        while (start < text.Length && Contains(text[start]))
        {
            start++;
        }

        return start;
    }
}
