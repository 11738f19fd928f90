using Warder.Engine.Exposure.Formats;
using Warder.Engine.Exposure.Search;

namespace Warder.Engine.Exposure.Redaction;

/// <summary>
/// Finds what must not be shown, more widely than what is reported as found: whatever follows a token's prefix, whether or not it
/// is whole, well formed or real.
/// </summary>
internal sealed class SecretRanges
{
    private const int MinTail = 16;
    private const int MinDigits = 2;
    private const int MinDistinctPrefix = 4;
    private static readonly ByteSet Wide = ByteSet.Word | ByteSet.Of('-') | ByteSet.Of('.') | ByteSet.Of('=') | ByteSet.Of('+') | ByteSet.Of('/') | ByteSet.Of('~');
    private readonly AnchorSearch _search;
    private readonly IReadOnlyList<Anchor> _anchors;

    public SecretRanges(IReadOnlyList<TokenFormat> formats) => (_search, _anchors) = AnchorChooser.For(formats);

    /// <summary>The ranges of a text to hide, in order, none touching another; each with how much of its start may stay.</summary>
    public void Find(ReadOnlySpan<byte> text, List<SecretRange> ranges)
    {
        for (var at = _search.Next(text, 0); at >= 0; at = _search.Next(text, at + 1))
        {
            foreach (var index in _search.At(text, at))
            {
                if (Try(text, at, _anchors[index]) is { } range)
                {
                    SecretRange.Add(ranges, range);
                }
            }
        }
    }

    /// <summary>Where the run of characters ends of which tokens are made.</summary>
    public static int RunEnd(ReadOnlySpan<byte> text, int start) => Wide.RunEnd(text, start);

    private static SecretRange? Try(ReadOnlySpan<byte> text, int at, Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.Value => TryValue(text, at - anchor.Offset, anchor),
        AnchorKind.Keyword => ValueSearch.Announced(text, at - anchor.Offset, anchor) is { } there ? new SecretRange(there.Start, there.Start + there.Length, Kept: 0) : null,
        _ => ValueSearch.EncodedRange(text, at, anchor) is { } run ? new SecretRange(run.Start, run.Start + run.Length, Kept: 0) : null,
    };

    private static SecretRange? TryValue(ReadOnlySpan<byte> text, int start, Anchor anchor)
    {
        if (start < 0 || anchor.Format.IsSpread)
        {
            return null;
        }

        var prefix = anchor.Pattern.LiteralPrefix;
        if (anchor.Pattern.Match(text, start) is > 0 and var length)
        {
            return new SecretRange(start, RunEnd(text, start + length), Math.Min(prefix.Length, SecretRange.MaxKept));
        }

        // Cut or malformed: enough of a distinct prefix and of something random behind it.
        if (prefix.Length < MinDistinctPrefix || !StartsWith(text, start, prefix))
        {
            return null;
        }

        var end = RunEnd(text, start + prefix.Length);
        var tail = text[(start + prefix.Length)..end];
        return tail.Length >= MinTail && tail.Length - tail.ToArray().Count(b => b is < (byte)'0' or > (byte)'9') >= MinDigits
            ? new SecretRange(start, end, Math.Min(prefix.Length, SecretRange.MaxKept))
            : null;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, int start, string prefix) =>
        start + prefix.Length <= text.Length && System.Text.Ascii.Equals(text.Slice(start, prefix.Length), prefix);
}
