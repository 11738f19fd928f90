namespace Warder.Pipelines.Documents;

/// <summary>Makes JSON with comments, tabs and trailing commas fit for the YAML parser without moving a character.</summary>
internal static class TolerantJson
{
    public static bool IsLikely(string text)
    {
        var first = text.AsSpan().TrimStart();
        return first is ['{', ..] or ['[', '{' or '"' or '\n' or '\r', ..] || first.StartsWith("//", StringComparison.Ordinal) || first.StartsWith("/*", StringComparison.Ordinal);
    }

    public static string Clean(string text)
    {
        var cleaned = text.ToCharArray();
        var comma = -1;
        for (var at = 0; at < cleaned.Length; at++)
        {
            switch (cleaned[at])
            {
                case '"':
                    at = CleanString(cleaned, at + 1);
                    comma = -1;
                    break;
                case '/' when at + 1 < cleaned.Length && cleaned[at + 1] is '/' or '*':
                    at = BlankComment(cleaned, at) - 1;
                    break;
                case ',':
                    comma = at;
                    break;
                case '}' or ']' when comma >= 0:
                    cleaned[comma] = ' ';
                    comma = -1;
                    break;
                case '\t':
                    cleaned[at] = ' ';
                    break;
                case ' ' or '\n' or '\r':
                    break;
                default:
                    comma = -1;
                    break;
            }
        }

        return new string(cleaned);
    }

    private static int CleanString(char[] text, int at)
    {
        for (; at < text.Length && text[at] is not ('"' or '\n' or '\r'); at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                // YAML knows neither this escape nor halves of a pair.
                var isHalf = text[at + 1] == 'u' && at + 5 < text.Length && text[at + 2] is 'd' or 'D' && text[at + 3] is not (>= '0' and <= '7');
                var length = text[at + 1] == '/' ? 1 : isHalf ? 6 : 0;
                text.AsSpan(at, length).Fill('_');
                at += Math.Max(1, length - 1);
            }
        }

        return at;
    }

    private static int BlankComment(char[] text, int at)
    {
        var isLine = text[at + 1] == '/';
        while (at < text.Length)
        {
            if (isLine ? text[at] is '\n' or '\r' : text[at] == '*' && at + 1 < text.Length && text[at + 1] == '/')
            {
                break;
            }

            text[at] = text[at] is '\n' or '\r' ? text[at] : ' ';
            at++;
        }

        if (!isLine && at < text.Length)
        {
            text[at] = text[at + 1] = ' ';
        }

        return at;
    }
}
