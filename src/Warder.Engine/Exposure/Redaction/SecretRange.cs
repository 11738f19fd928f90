namespace Warder.Engine.Exposure.Redaction;

/// <summary>A part of a text to hide.</summary>
/// <param name="Start">Where it starts, in bytes.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kept">How many bytes from its start may be shown: the prefix that says what it is.</param>
internal readonly record struct SecretRange(int Start, int End, int Kept)
{
    /// <summary>The most that is ever shown of a value, in characters.</summary>
    public const int MaxKept = 6;

    /// <summary>Adds a range to some in order, joined with those that it touches.</summary>
    public static void Add(List<SecretRange> ranges, SecretRange range)
    {
        while (ranges.Count > 0 && ranges[^1].End > range.Start)
        {
            var last = ranges[^1];
            ranges.RemoveAt(ranges.Count - 1);
            range = new SecretRange(
                Math.Min(last.Start, range.Start),
                Math.Max(last.End, range.End),
                last.Start < range.Start ? last.Kept : last.Start == range.Start ? Math.Min(last.Kept, range.Kept) : range.Kept);
        }

        if (range.End > range.Start)
        {
            ranges.Add(range);
        }
    }
}
