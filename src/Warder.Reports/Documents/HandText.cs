using System.Text;
using Warder.Reports.Text;

namespace Warder.Reports.Documents;

/// <summary>
/// Shows words written by hand, which are Markdown, in a page: paragraphs, lists, headings, examples, and tables as they are typed.
/// HTML in them is shown as text.
/// </summary>
internal static class HandText
{
    private const string Fence = "```";

    public static string ToHtml(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        var lines = TextLines.Of(text).ConvertAll(l => l.Trim());
        for (var i = 0; i < lines.Count;)
        {
            i = KindOf(lines[i]) switch
            {
                LineKind.Empty => i + 1,
                LineKind.Fence => AppendExample(html, TextLines.Of(text), i),
                LineKind.Heading => AppendLine(html, "p", $"<strong>{HandWords.ToHtml(lines[i].TrimStart('#', ' '))}</strong>", i),
                LineKind.Bullet => AppendList(html, lines, i, LineKind.Bullet, "ul"),
                LineKind.Number => AppendList(html, lines, i, LineKind.Number, "ol"),
                LineKind.Table => AppendTyped(html, lines, i),
                _ => AppendParagraph(html, lines, i),
            };
        }

        return html.ToString();
    }

    private static LineKind KindOf(string line) => line switch
    {
        "" or "---" or "***" => LineKind.Empty,
        ['`', '`', '`', ..] => LineKind.Fence,
        ['#', ..] => LineKind.Heading,
        ['-' or '*' or '+', ' ', ..] => LineKind.Bullet,
        ['|', ..] => LineKind.Table,
        _ => NumberLength(line) > 0 ? LineKind.Number : LineKind.Words,
    };

    /// <summary>How much of a line is its number in a list: <c>12. </c>.</summary>
    private static int NumberLength(string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && line.AsSpan(digits) is ['.' or ')', ' ', ..] ? digits + 2 : 0;
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
        AppendVerbatim(html, lines[(start + 1)..end]);
        return Math.Min(end + 1, lines.Count);
    }

    /// <summary>A table stays as typed, in columns of equal letters.</summary>
    private static int AppendTyped(StringBuilder html, List<string> lines, int start)
    {
        var end = EndOf(lines, start, LineKind.Table);
        AppendVerbatim(html, lines[start..end]);
        return end;
    }

    private static void AppendVerbatim(StringBuilder html, List<string> lines) =>
        html.Append("<pre tabindex=\"0\"><code>").AppendJoin('\n', lines.Select(l => HtmlText.Escape(l.TrimEnd('\r', '\n')))).Append("</code></pre>\n");

    private static int AppendList(StringBuilder html, List<string> lines, int start, LineKind kind, string tag)
    {
        html.Append($"<{tag}>\n");
        var at = start;
        while (at < lines.Count && KindOf(lines[at]) == kind)
        {
            AppendLine(html, "li", HandWords.ToHtml(lines[at][(kind == LineKind.Number ? NumberLength(lines[at]) : 2)..]), at);
            var next = at + 1;
            while (next < lines.Count && lines[next].Length == 0)
            {
                next++;
            }

            // Empty lines between the points of one list do not end it.
            at = next < lines.Count && KindOf(lines[next]) == kind ? next : at + 1;
        }

        html.Append($"</{tag}>\n");
        return at;
    }

    private static int AppendParagraph(StringBuilder html, List<string> lines, int start)
    {
        var end = EndOf(lines, start, LineKind.Words);
        AppendLine(html, "p", HandWords.ToHtml(string.Join(' ', lines[start..end])), start);
        return end;
    }

    private static int EndOf(List<string> lines, int start, LineKind kind)
    {
        var end = start + 1;
        while (end < lines.Count && KindOf(lines[end]) == kind)
        {
            end++;
        }

        return end;
    }

    private enum LineKind
    {
        Words,
        Empty,
        Fence,
        Heading,
        Bullet,
        Number,
        Table,
    }
}
