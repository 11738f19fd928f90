namespace Warder.Syntax;

/// <summary>A half-open range of UTF-16 code units in a text.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first offset after the range.</summary>
    public int End => Start + Length;

    /// <summary>Makes the range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether the offset lies in the range.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Whether the other range lies wholly in this one.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two ranges share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}..{End})";
}
