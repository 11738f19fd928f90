using System.Buffers;

namespace Warder.Syntax.Yaml;

/// <summary>The character classes that YAML 1.1 scanners, GitHub's included, go by.</summary>
internal static class YamlCharacters
{
    public static readonly SearchValues<char> Breaks = SearchValues.Create("\r\n\u0085\u2028\u2029");

    public static readonly SearchValues<char> CommentEnds = SearchValues.Create("\0\r\n\u0085\u2028\u2029");

    public static readonly SearchValues<char> FlowSpecials = SearchValues.Create(" \t\r\n\u0085\u2028\u2029'\\");

    public static bool IsBlank(char unit) => unit is ' ' or '\t';

    public static bool IsBreak(char unit) => unit is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    public static bool IsWhite(char unit) => unit is ' ' or '\t' || IsBreak(unit);

    /// <summary>Whether the break is kept as it is instead of becoming a line feed.</summary>
    public static bool IsKeptBreak(char unit) => unit is '\u2028' or '\u2029';

    /// <summary>How many code units the break at this offset has.</summary>
    public static int BreakLength(string text, int at) =>
        text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;

    /// <summary>The offset of the next break, or the end of the text.</summary>
    public static int LineEnd(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny(Breaks);
        return length < 0 ? text.Length : at + length;
    }

    /// <summary>The offset after white space and comments.</summary>
    public static int SkipGap(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] == '#')
            {
                at = LineEnd(text, at);
            }
            else if (IsWhite(text[at]))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }
}
