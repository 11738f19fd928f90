namespace Warder.Engine.Exposure.Redaction;

/// <summary>
/// Says line by line what belongs to a private key. A line that only speaks of keys, as a report that quotes the first line of one,
/// must not hide what stands behind it.
/// </summary>
internal struct KeyLines
{
    // A line of a key is 64 or 76 characters long, its last one shorter.
    private const int LeastRun = 16;
    private const int PlainRun = 40;
    private const int MostHeaders = 6;
    private int _lines;
    private int _headers;
    private bool _mayEnd;
    private bool _hasEnded;

    /// <summary>Whether the rest of the key's first line was something else: then only a line that is plainly of a key goes on with it.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>What a line is, the key's first line being what follows its mark.</summary>
    /// <param name="line">The line with its end.</param>
    public KeyLine Next(ReadOnlySpan<byte> line)
    {
        var isFirst = _lines++ == 0;
        if (HasRun(line))
        {
            _mayEnd = true;
            return KeyLine.Body;
        }

        var text = line.TrimEnd("\r\n"u8).Trim(" \t"u8);
        if (isFirst)
        {
            IsDoubtful = text.Length > 0;
            return IsDoubtful ? KeyLine.Other : KeyLine.Body;
        }

        if (IsDoubtful)
        {
            return KeyLine.Outside;
        }

        if (_mayEnd)
        {
            // The last line of the body, or the checksum of a block: one, and a word of its own could be the next.
            var isLast = !_hasEnded && IsBase64(text.TrimStart("#*>|\"' "u8));
            _hasEnded = true;
            return isLast ? KeyLine.Body : KeyLine.Outside;
        }

        return (text.IsEmpty || IsHeader(text)) && _headers++ < MostHeaders ? KeyLine.Body : KeyLine.Outside;
    }

    /// <summary>Whether a line holds so much random text in a row as a line of a key does.</summary>
    private static bool HasRun(ReadOnlySpan<byte> line)
    {
        var (length, upper, lower, other) = (0, false, false, false);
        foreach (var b in line)
        {
            if (!IsBase64(b))
            {
                (length, upper, lower, other) = (0, false, false, false);
                continue;
            }

            length++;
            upper |= b is >= (byte)'A' and <= (byte)'Z';
            lower |= b is >= (byte)'a' and <= (byte)'z';
            other |= b is (>= (byte)'0' and <= (byte)'9') or (byte)'+';
            if (length >= PlainRun || (length >= LeastRun && upper && lower && other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A header as keys have them: <c>Proc-Type: 4,ENCRYPTED</c>.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        if (colon <= 0)
        {
            return false;
        }

        foreach (var b in text[..colon])
        {
            if (!char.IsAsciiLetter((char)b) && b != (byte)'-')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBase64(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (!IsBase64(b))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBase64(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/' or (byte)'=';
}
