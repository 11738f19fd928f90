using System.Text;

namespace Warder.Reports.Documents;

/// <summary>
/// Shows words written by hand, which are Markdown, in a page: paragraphs, lists, headings, tables and examples line by line, with code,
/// and strong words. What is anything else, HTML too, is shown as it is written.
/// </summary>
internal static class HandText
{
    private const string Fence = "```";

    public static string ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        var lines = DocumentLines.Of(text).ConvertAll(l => l.TrimEnd());
        for (var i = 0; i < lines.Count;)
        {
            i = lines[i].TrimStart() switch
            {
                "" => i + 1,
                ['`', '`', '`', ..] => AppendExample(html, lines, i),
                ['#', ..] => AppendLine(html, "p", $"<strong>{Words(lines[i].TrimStart('#', ' '))}</strong>", i),
                ['-' or '*' or '+', ' ', ..] => AppendList(html, lines, i),
                ['|', ..] => AppendVerbatim(html, lines, i),
                _ => AppendParagraph(html, lines, i),
            };
        }

        return html.ToString();
    }

    private static int AppendLine(StringBuilder html, string tag, string inner, int index)
    {
        html.Append($"<{tag}>{inner}</{tag}>\n");
        return index + 1;
    }

    private static int AppendExample(StringBuilder html, List<string> lines, int start)
    {
        var end = lines.FindIndex(start + 1, l => l.TrimStart().StartsWith(Fence, StringComparison.Ordinal));
        end = end < 0 ? lines.Count : end;
        html.Append("<pre tabindex=\"0\"><code>").AppendJoin('\n', lines[(start + 1)..end].Select(HtmlText.Escape)).Append("</code></pre>\n");
        return Math.Min(end + 1, lines.Count);
    }

    /// <summary>A table of theirs stays as typed, in columns of equal letters.</summary>
    private static int AppendVerbatim(StringBuilder html, List<string> lines, int start)
    {
        var end = start;
        while (end < lines.Count && lines[end].TrimStart().StartsWith('|'))
        {
            end++;
        }

        html.Append("<pre tabindex=\"0\"><code>").AppendJoin('\n', lines[start..end].Select(HtmlText.Escape)).Append("</code></pre>\n");
        return end;
    }

    private static int AppendList(StringBuilder html, List<string> lines, int start)
    {
        html.Append("<ul>\n");
        var at = start;
        for (; at < lines.Count && lines[at].TrimStart() is ['-' or '*' or '+', ' ', ..]; at++)
        {
            AppendLine(html, "li", Words(lines[at].TrimStart()[2..]), at);
        }

        html.Append("</ul>\n");
        return at;
    }

    private static int AppendParagraph(StringBuilder html, List<string> lines, int start)
    {
        var end = start + 1;
        while (end < lines.Count && lines[end].TrimStart() is not ("" or ['#' or '|', ..] or ['-' or '*' or '+', ' ', ..] or ['`', '`', '`', ..]))
        {
            end++;
        }

        AppendLine(html, "p", Words(string.Join(' ', lines[start..end].Select(l => l.Trim()))), start);
        return end;
    }

    private static string Words(string line)
    {
        var html = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length;)
        {
            i = TakeSpan(html, line, i, "**", "strong") ?? TakeSpan(html, line, i, "`", "code") ?? TakePlain(html, line, i);
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

    private static int TakePlain(StringBuilder html, string line, int start)
    {
        var end = line.AsSpan(start + 1).IndexOfAny('*', '`');
        end = end < 0 ? line.Length : start + 1 + end;
        html.Append(HtmlText.Escape(line[start..end]));
        return end;
    }
}
