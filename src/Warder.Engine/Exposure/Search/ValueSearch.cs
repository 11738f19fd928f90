using System.Buffers;
using Warder.Engine.Exposure.Checks;
using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Search;

/// <summary>Finds token values in bytes. Made once, used from many threads.</summary>
internal sealed class ValueSearch
{
    /// <summary>The longest value found whole, in bytes; texts read piece by piece must overlap by so much.</summary>
    public const int MaxLength = 48 * 1024;

    private const int KeywordReach = 48;
    private const int MaxEncoded = 64 * 1024;
    private const int CharactersInGroup = 4;
    private const int BytesInGroup = 3;
    private const int MaxPrefix = 32;
    private readonly AnchorSearch _search;
    private readonly IReadOnlyList<Anchor> _anchors;

    /// <summary>For some formats.</summary>
    public ValueSearch(IReadOnlyList<TokenFormat> formats) => (_search, _anchors) = AnchorChooser.For(formats);

    /// <summary>The values in a text in order, none within another.</summary>
    /// <param name="text">UTF-8 or any encoding that has ASCII in it.</param>
    /// <param name="today">The day, by which ends of life are judged.</param>
    public List<FoundValue> Find(ReadOnlySpan<byte> text, DateOnly today)
    {
        var found = new List<FoundValue>();
        var covered = 0;
        for (var at = _search.Next(text, 0); at >= 0; at = _search.Next(text, at + 1))
        {
            FoundValue? best = null;
            foreach (var index in _search.At(text, at))
            {
                if (Try(text, at, _anchors[index], covered, today) is { } value && (best is null || value.Length > best.Length))
                {
                    best = value;
                }
            }

            if (best is not null)
            {
                found.Add(best);
                covered = best.End;
            }
        }

        return found;
    }

    private static FoundValue? Try(ReadOnlySpan<byte> text, int at, Anchor anchor, int covered, DateOnly today)
    {
        if (anchor.Kind == AnchorKind.Encoded)
        {
            return at < covered ? null : Decode(text, at, anchor, today);
        }

        var start = at - anchor.Offset;
        if (start < covered)
        {
            return null;
        }

        var range = anchor.Kind == AnchorKind.Keyword ? Announced(text, start, anchor) : RangeOf(text, start, anchor);
        return range is { } there && there.Start >= covered ? Judge(text, there, anchor.Format, today) : null;
    }

    private static FoundValue? Judge(ReadOnlySpan<byte> text, (int Start, int Length) range, TokenFormat format, DateOnly today)
    {
        var value = text.Slice(range.Start, range.Length);
        if (format.Check(format, value, today) is not { } verdict)
        {
            return null;
        }

        var identity = ValueIdentity.Hash(value);
        return PublicValues.Contains(identity)
            ? null
            : new FoundValue(format, range.Start, range.Length, verdict, identity, format.IsSpread ? "" : ValueIdentity.PrefixOf(value), IsEncoded: false);
    }

    private static (int Start, int Length)? RangeOf(ReadOnlySpan<byte> text, int start, Anchor anchor)
    {
        if (anchor.Format.Check == ServiceAccountKey.Check)
        {
            return anchor.Pattern.Match(text, start) > 0 ? ValueExtent.OfObject(text, start) : null;
        }

        if (anchor.Format.Check == PrivateKey.Check)
        {
            return text[start..].StartsWith("-----BEGIN"u8) && ValueExtent.OfPrivateKey(text, start) is > 0 and var key ? (start, key) : null;
        }

        return IsStart(text, start) && anchor.Pattern.Match(text, start) is > 0 and var length ? (start, length) : null;
    }

    /// <summary>The value that a keyword announces on the same line.</summary>
    internal static (int Start, int Length)? Announced(ReadOnlySpan<byte> text, int start, Anchor anchor)
    {
        var keyword = anchor.Keyword!;
        if (start < 0 || start + keyword.Length > text.Length || !System.Text.Ascii.EqualsIgnoreCase(text.Slice(start, keyword.Length), keyword))
        {
            return null;
        }

        var isAssigned = false;
        for (var at = start + keyword.Length; at < text.Length && at < start + keyword.Length + KeywordReach; at++)
        {
            if (text[at] is (byte)'\n' or (byte)'\r')
            {
                break;
            }

            isAssigned |= text[at] is (byte)'=' or (byte)':' or (byte)',' or (byte)'>' or (byte)'"' or (byte)'\'';
            if (isAssigned && IsStart(text, at) && text[at - 1] is not ((byte)'/' or (byte)'+' or (byte)'.' or (byte)'@' or (byte)'-') && anchor.Pattern.Match(text, at) is > 0 and var length)
            {
                return at + length < text.Length && text[at + length] is (byte)'/' or (byte)'+' ? null : (at, length);
            }
        }

        return null;
    }

    /// <summary>Whether a value can start at an offset: behind no word, except the sign of an escape as in <c>\n</c> or <c>%3D</c>.</summary>
    private static bool IsStart(ReadOnlySpan<byte> text, int start)
    {
        if (start == 0 || !ByteSet.Word.Contains(text[start - 1]))
        {
            return true;
        }

        return (start >= 2 && text[start - 2] == '\\' && text[start - 1] is (byte)'n' or (byte)'r' or (byte)'t')
            || (start >= 3 && text[start - 3] == '%' && char.IsAsciiHexDigit((char)text[start - 2]) && char.IsAsciiHexDigit((char)text[start - 1]));
    }

    /// <summary>The base64 around a place where a value may stand encoded; null where there is none.</summary>
    internal static (int Start, int Length)? EncodedRange(ReadOnlySpan<byte> text, int at, Anchor anchor)
    {
        var group = at - (anchor.Offset % CharactersInGroup);
        if (group < 0)
        {
            return null;
        }

        var first = group;
        while (first >= CharactersInGroup && group - first < MaxEncoded && IsBase64(text.Slice(first - CharactersInGroup, CharactersInGroup)))
        {
            first -= CharactersInGroup;
        }

        var last = ByteSet.Base64.RunEnd(text[..Math.Min(text.Length, at + MaxEncoded)], at);
        if ((last - first) * BytesInGroup / CharactersInGroup < anchor.Pattern.MinLength)
        {
            return null;
        }

        // The value itself must stand there in full, or at least begin.
        Span<byte> start = stackalloc byte[BytesInGroup + MaxPrefix];
        var from = group - (anchor.Offset / CharactersInGroup * CharactersInGroup);
        if (from < first)
        {
            return null;
        }

        var count = Base64Text.Decode(text[from..Math.Min(last, from + MaxPrefix)], start);
        return start[..count].IndexOf(System.Text.Encoding.ASCII.GetBytes(anchor.Pattern.LiteralPrefix)) >= 0 ? (first, last - first) : null;
    }

    /// <summary>Unwraps the base64 around a place once and looks into it.</summary>
    private static FoundValue? Decode(ReadOnlySpan<byte> text, int at, Anchor anchor, DateOnly today)
    {
        if (EncodedRange(text, at, anchor) is not { } range)
        {
            return null;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(range.Length);
        try
        {
            var decoded = bytes.AsSpan(0, Base64Text.Decode(text.Slice(range.Start, range.Length), bytes));
            var group = at - (anchor.Offset / CharactersInGroup * CharactersInGroup) - (anchor.Offset % CharactersInGroup);
            var from = (group - range.Start) / CharactersInGroup * BytesInGroup;
            for (var start = from; start < Math.Min(decoded.Length, from + BytesInGroup); start++)
            {
                if (RangeOf(decoded, start, anchor) is { } inside && Judge(decoded, inside, anchor.Format, today) is { } value)
                {
                    return value with { Start = range.Start, Length = range.Length, IsEncoded = true };
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static bool IsBase64(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (!ByteSet.Base64.Contains(b))
            {
                return false;
            }
        }

        return true;
    }
}
