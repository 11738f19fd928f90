using System.Globalization;
using System.Text;

namespace Warder.Reports.Text;

/// <summary>The one door through which text of the repository goes into anything that a terminal or a log shows.</summary>
internal static class PlainText
{
    /// <summary>One line in which nothing can steer a terminal or turn the reading direction.</summary>
    public static string OneLine(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnsafe(text[i]))
            {
                return Rewrite(text, i);
            }
        }

        return text;
    }

    /// <summary>The line with an escape in the place of each code unit that must not be shown; tabs stay, and so does all else.</summary>
    public static string Escaped(string line)
    {
        var builder = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsHighSurrogate(line[i]) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]))
            {
                builder.Append(line[i]).Append(line[++i]);
            }
            else if (line[i] != '\t' && IsUnsafe(line[i]))
            {
                builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)line[i]:x4}");
            }
            else
            {
                builder.Append(line[i]);
            }
        }

        return builder.ToString();
    }

    /// <summary>What is shown in the place of a code unit that must not be shown; null where it may be.</summary>
    public static string? Substitute(char c) => c switch
    {
        '\t' or '\n' or '\r' => " ",
        _ => IsUnsafe(c) ? "\uFFFD" : null,
    };

    private static string Rewrite(string text, int first)
    {
        var builder = new StringBuilder(text.Length);
        builder.Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                builder.Append(text[i]).Append(text[++i]);
            }
            else if (Substitute(text[i]) is { } substitute)
            {
                builder.Append(substitute);
            }
            else
            {
                builder.Append(text[i]);
            }
        }

        return builder.ToString();
    }

    private static bool IsUnsafe(char c) =>
        c is < ' ' or (>= '\u007f' and <= '\u009f')
        || (c > '\u009f' && char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
        || IsDirection(c);

    private static bool IsDirection(char c) =>
        c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff';
}
