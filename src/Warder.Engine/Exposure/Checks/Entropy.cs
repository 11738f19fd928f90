namespace Warder.Engine.Exposure.Checks;

/// <summary>Shannon's entropy of a value's characters.</summary>
internal static class Entropy
{
    /// <summary>Bits a character; 0 for nothing.</summary>
    public static double Of(ReadOnlySpan<byte> text)
    {
        Span<int> counts = stackalloc int[byte.MaxValue + 1];
        counts.Clear();
        foreach (var b in text)
        {
            counts[b]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / text.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }
}
