namespace Warder.Pipelines.Scripts;

/// <summary>What names of variables are made of.</summary>
internal static class VariableSyntax
{
    public static bool IsStart(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_';

    public static bool IsPart(char c) => IsStart(c) || c is >= '0' and <= '9';

    /// <summary>The end of the name that starts here; the same offset where none does.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !IsStart(text[at]))
        {
            return at;
        }

        while (at < text.Length && IsPart(text[at]))
        {
            at++;
        }

        return at;
    }

    public static bool IsName(ReadOnlySpan<char> text) => text.Length > 0 && End(text, 0) == text.Length;

    public static int LineEnd(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : at + length;
    }

    public static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}
