namespace Warder.Reports.Templates;

/// <summary>Finds where in a template an error lies that the language tells in words only.</summary>
internal static class TemplatePlace
{
    /// <summary>The place and the words of an error like <c>words at (2:11)</c>; null where it names none.</summary>
    public static (int Line, int Column, string Words)? In(string error)
    {
        const string mark = " at (";
        for (var at = error.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = error.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            var inner = error.AsSpan(at + mark.Length);
            var end = inner.IndexOf(')');
            var colon = inner.IndexOf(':');
            if (colon > 0 && end > colon && int.TryParse(inner[..colon], out var line) && int.TryParse(inner[(colon + 1)..end], out var column))
            {
                return (line, column, error[..at]);
            }
        }

        return null;
    }

    /// <summary>Line and column, from 1, of the first time that a template uses a name; zeroes where it does not.</summary>
    /// <param name="text">The template.</param>
    /// <param name="name">The name, whole.</param>
    /// <param name="isFilter">Whether it stands behind a bar.</param>
    public static (int Line, int Column) Of(string text, string name, bool isFilter)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(text, at, name.Length) && IsInTag(text, at) && (!isFilter || text.AsSpan(0, at).TrimEnd().EndsWith("|")))
            {
                return (text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', Math.Max(at - 1, 0)));
            }
        }

        return (0, 0);
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !IsWord(text[at - 1])) && (at + length == text.Length || !IsWord(text[at + length]));

    private static bool IsInTag(string text, int at)
    {
        var before = text.AsSpan(0, at);
        var open = Math.Max(before.LastIndexOf("{{", StringComparison.Ordinal), before.LastIndexOf("{%", StringComparison.Ordinal));
        var closed = Math.Max(before.LastIndexOf("}}", StringComparison.Ordinal), before.LastIndexOf("%}", StringComparison.Ordinal));
        return open > closed;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
