namespace Warder.Engine.Exposure.Search;

/// <summary>Tells how far values reach that no pattern describes: keys between two lines, objects between two braces.</summary>
internal static class ValueExtent
{
    private const int MaxKey = 32 * 1024;
    private const int MaxObject = 16 * 1024;

    /// <summary>The length of a private key that begins at an offset; -1 where its end is missing.</summary>
    public static int OfPrivateKey(ReadOnlySpan<byte> text, int start)
    {
        var rest = text.Slice(start, Math.Min(MaxKey, text.Length - start));
        var lineEnd = rest["-----BEGIN".Length..].IndexOf("-----"u8);
        if (lineEnd is < 0 or > 40 || rest.Slice(0, "-----BEGIN".Length + lineEnd).IndexOf("PRIVATE KEY"u8) < 0)
        {
            return -1;
        }

        var end = rest.IndexOf("-----END"u8);
        if (end < 0 || rest[..end][10..].IndexOf("-----BEGIN"u8) >= 0)
        {
            return -1;
        }

        var close = rest[(end + "-----END".Length)..].IndexOf("-----"u8);
        return close is < 0 or > 40 ? -1 : end + "-----END".Length + close + "-----".Length;
    }

    /// <summary>The range of the innermost object in braces around an offset; null where it is not whole.</summary>
    public static (int Start, int Length)? OfObject(ReadOnlySpan<byte> text, int at)
    {
        var depth = 0;
        var start = at;
        for (var least = Math.Max(0, at - MaxObject); start >= least; start--)
        {
            depth += text[start] switch { (byte)'}' => 1, (byte)'{' => -1, _ => 0 };
            if (depth < 0)
            {
                return ForwardFrom(text, start) is > 0 and var length && start + length > at ? (start, length) : null;
            }
        }

        return null;
    }

    private static int ForwardFrom(ReadOnlySpan<byte> text, int start)
    {
        var depth = 0;
        var inString = false;
        for (var i = start; i < Math.Min(text.Length, start + (2 * MaxObject)); i++)
        {
            switch (text[i])
            {
                case (byte)'\\' when inString:
                    i++;
                    break;
                case (byte)'"':
                    inString = !inString;
                    break;
                case (byte)'{' when !inString:
                    depth++;
                    break;
                case (byte)'}' when !inString && --depth == 0:
                    return i + 1 - start;
            }
        }

        return -1;
    }
}
