using System.Globalization;
using System.Text;

namespace Warder.Syntax.Shell;

internal static class ShellQuoting
{
    internal static string Remove(ReadOnlySpan<char> word)
    {
        var result = new StringBuilder(word.Length);
        var at = 0;
        while (at < word.Length)
        {
            var c = word[at++];
            switch (c)
            {
                case '\\':
                    at = Escape(word, at, result);
                    break;
                case '\'':
                    at = Single(word, at, result);
                    break;
                case '"':
                    at = Double(word, at, result);
                    break;
                case '$' when at < word.Length && word[at] == '\'':
                    at = Ansi(word, at + 1, result);
                    break;
                case '$' when at < word.Length && word[at] == '"':
                    at = Double(word, at + 1, result);
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }

    private static int Escape(ReadOnlySpan<char> word, int at, StringBuilder result)
    {
        if (at >= word.Length)
        {
            return at;
        }

        if (word[at] == '\r' && at + 1 < word.Length && word[at + 1] == '\n')
        {
            return at + 2;
        }

        if (word[at] != '\n')
        {
            result.Append(word[at]);
        }

        return at + 1;
    }

    private static int Single(ReadOnlySpan<char> word, int at, StringBuilder result)
    {
        var length = word[at..].IndexOf('\'');
        if (length < 0)
        {
            result.Append(word[at..]);
            return word.Length;
        }

        result.Append(word.Slice(at, length));
        return at + length + 1;
    }

    private static int Double(ReadOnlySpan<char> word, int at, StringBuilder result)
    {
        while (at < word.Length && word[at] != '"')
        {
            var c = word[at++];
            if (c != '\\' || at >= word.Length)
            {
                result.Append(c);
            }
            else if (word[at] is '$' or '`' or '"' or '\\' or '\n' or '\r')
            {
                at = Escape(word, at, result);
            }
            else
            {
                result.Append(c).Append(word[at++]);
            }
        }

        return at + 1;
    }

    private static int Ansi(ReadOnlySpan<char> word, int at, StringBuilder result)
    {
        while (at < word.Length && word[at] != '\'')
        {
            var c = word[at++];
            if (c == '\\' && at < word.Length)
            {
                at = AnsiEscape(word, at, result);
            }
            else
            {
                result.Append(c);
            }
        }

        return at + 1;
    }

    private static int AnsiEscape(ReadOnlySpan<char> word, int at, StringBuilder result)
    {
        var c = word[at++];
        switch (c)
        {
            case 'x':
                return Code(word, at, 2, NumberStyles.AllowHexSpecifier, "\\x", result);
            case 'u':
                return Code(word, at, 4, NumberStyles.AllowHexSpecifier, "\\u", result);
            case 'U':
                return Code(word, at, 8, NumberStyles.AllowHexSpecifier, "\\U", result);
            case >= '0' and <= '7':
                return Code(word, at - 1, 3, NumberStyles.None, "\\", result);
            case '\\' or '\'' or '"' or '?':
                result.Append(c);
                return at;
        }

        var index = "abeEfnrtv".IndexOf(c, StringComparison.Ordinal);
        if (index >= 0)
        {
            result.Append("\a\b\u001b\u001b\f\n\r\t\v"[index]);
        }
        else
        {
            result.Append('\\').Append(c);
        }

        return at;
    }

    private static int Code(ReadOnlySpan<char> word, int at, int most, NumberStyles style, string prefix, StringBuilder result)
    {
        var radix = style == NumberStyles.None ? 8 : 16;
        var end = at;
        var value = 0L;
        while (end < word.Length && end - at < most && char.IsAsciiHexDigit(word[end]) && Digit(word[end]) < radix)
        {
            value = (value * radix) + Digit(word[end++]);
        }

        if (end == at)
        {
            result.Append(prefix);
        }
        else if (Rune.TryCreate((uint)Math.Min(value, uint.MaxValue), out var rune))
        {
            result.Append(rune.ToString());
        }

        return end;
    }

    private static int Digit(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
