using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Redaction;

/// <summary>
/// Finds secrets by what stands before them: passwords in addresses, the header of authorization, and what is assigned to a name that
/// says so. For text of others only: Warder's own output names tokens in just these words.
/// </summary>
internal static class SpokenSecrets
{
    private const int MinValue = 6;
    private const int MaxName = 64;
    private static readonly string[] Schemes = ["bearer ", "basic ", "token "];
    private static readonly string[] Names = ["password", "passwd", "pwd", "secret", "token", "apikey", "api_key", "api-key", "access_key", "access-key", "private_key", "credential"];
    private static readonly ByteSet NameSet = ByteSet.Word | ByteSet.Of('-') | ByteSet.Of('.');

    /// <summary>Adds the ranges of one line.</summary>
    public static void Find(ReadOnlySpan<byte> line, int offset, List<SecretRange> ranges)
    {
        FindInAddresses(line, offset, ranges);
        FindHeaders(line, offset, ranges);
        FindAssigned(line, offset, ranges);
    }

    /// <summary><c>https://user:password@host</c>.</summary>
    private static void FindInAddresses(ReadOnlySpan<byte> line, int offset, List<SecretRange> ranges)
    {
        for (var at = 0; line[at..].IndexOf("://"u8) is >= 0 and var next; at += next + 3)
        {
            var start = at + next + 3;
            var end = start + EndOf(line[start..], "/?# \t\"'<>"u8);
            var sign = line[start..end].LastIndexOf((byte)'@');
            var colon = sign < 0 ? -1 : line.Slice(start, sign).IndexOf((byte)':');
            if (colon >= 0 && sign - colon > 1 && line[start + colon + 1] is not ((byte)'$' or (byte)'{'))
            {
                Insert(ranges, new SecretRange(offset + start + colon + 1, offset + start + sign, Kept: 0));
            }
        }
    }

    /// <summary><c>Authorization: Bearer …</c>.</summary>
    private static void FindHeaders(ReadOnlySpan<byte> line, int offset, List<SecretRange> ranges)
    {
        var header = IndexOf(line, "authorization");
        if (header < 0)
        {
            return;
        }

        foreach (var scheme in Schemes)
        {
            var at = IndexOf(line[header..], scheme);
            if (at >= 0)
            {
                var start = header + at + scheme.Length;
                Take(line, start, offset, ranges);
            }
        }
    }

    /// <summary><c>PASSWORD=…</c>, <c>"token": "…"</c>.</summary>
    private static void FindAssigned(ReadOnlySpan<byte> line, int offset, List<SecretRange> ranges)
    {
        for (var at = 0; at < line.Length && line[at..].IndexOfAny((byte)'=', (byte)':') is >= 0 and var next;)
        {
            var sign = at + next;
            at = sign + 1;
            var end = sign;
            while (end > 0 && line[end - 1] is (byte)' ' or (byte)'"' or (byte)'\'')
            {
                end--;
            }

            var start = end;
            while (start > 0 && end - start < MaxName && NameSet.Contains(line[start - 1]))
            {
                start--;
            }

            if (NamesSecret(line[start..end]))
            {
                var value = at;
                while (value < line.Length && line[value] is (byte)' ' or (byte)'"' or (byte)'\'')
                {
                    value++;
                }

                Take(line, value, offset, ranges);
            }
        }
    }

    private static bool NamesSecret(ReadOnlySpan<byte> name)
    {
        foreach (var word in Names)
        {
            if (name.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(name[^word.Length..], word))
            {
                return true;
            }
        }

        return false;
    }

    private static void Take(ReadOnlySpan<byte> line, int start, int offset, List<SecretRange> ranges)
    {
        var end = start + EndOf(line[start..], " \t\"'`,;)}]<>&|"u8);
        if (end - start >= MinValue && line[start] is not ((byte)'$' or (byte)'{' or (byte)'*' or (byte)'%') && line[start..end].IndexOfAny("({"u8) < 0)
        {
            Insert(ranges, new SecretRange(offset + start, offset + end, Kept: 0));
        }
    }

    private static int EndOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> ends) => text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;

    private static int IndexOf(ReadOnlySpan<byte> line, string word)
    {
        for (var i = 0; i + word.Length <= line.Length; i++)
        {
            if ((line[i] | 0x20) == (word[0] | 0x20) && System.Text.Ascii.EqualsIgnoreCase(line.Slice(i, word.Length), word))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Adds a range among those found before by their formats, which keep their prefixes.</summary>
    private static void Insert(List<SecretRange> ranges, SecretRange range)
    {
        foreach (var known in ranges)
        {
            if (known.Start <= range.Start && known.End >= range.End)
            {
                return;
            }
        }

        ranges.Add(range);
    }
}
