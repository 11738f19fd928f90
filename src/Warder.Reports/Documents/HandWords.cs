using System.Text;

namespace Warder.Reports.Documents;

/// <summary>Shows one line written by hand: code, strong words, and links to pages of the web or files beside the document.</summary>
internal static class HandWords
{
    public static string ToHtml(string line)
    {
        var html = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length;)
        {
            i = TakeSpan(html, line, i, "**", "strong")
                ?? TakeSpan(html, line, i, "`", "code")
                ?? TakeLink(html, line, i)
                ?? TakePlain(html, line, i);
        }

        return html.ToString();
    }

    private static int? TakeSpan(StringBuilder html, string line, int start, string mark, string tag)
    {
        if (string.CompareOrdinal(line, start, mark, 0, mark.Length) != 0)
        {
            return null;
        }

        var inner = start + mark.Length;
        var end = line.IndexOf(mark, inner, StringComparison.Ordinal);
        if (end <= inner)
        {
            return null;
        }

        html.Append($"<{tag}>{HtmlText.Escape(line[inner..end])}</{tag}>");
        return end + mark.Length;
    }

    private static int? TakeLink(StringBuilder html, string line, int start)
    {
        if (line[start] != '[')
        {
            return null;
        }

        var middle = line.IndexOf("](", start, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : line.IndexOf(')', middle);
        if (end < 0)
        {
            return null;
        }

        var target = line[(middle + 2)..end];
        if (!IsSafe(target))
        {
            return null;
        }

        html.Append($"<a href=\"{HtmlText.Escape(target)}\">{HtmlText.Escape(line[(start + 1)..middle])}</a>");
        return end + 1;
    }

    /// <summary>Whether a link leads to the web, to a mail box or to a file: never to a program.</summary>
    private static bool IsSafe(string target) =>
        target.Length > 0
        && !target.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && (target.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || !(target.Contains(':', StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal) || target.StartsWith('\\')));

    private static int TakePlain(StringBuilder html, string line, int start)
    {
        var end = line.AsSpan(start + 1).IndexOfAny('*', '`', '[');
        end = end < 0 ? line.Length : start + 1 + end;
        html.Append(HtmlText.Escape(line[start..end]));
        return end;
    }
}
