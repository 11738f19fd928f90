using System.Text;
using Warder.Reports.Text;

namespace Warder.Reports.Documents;

/// <summary>The one door through which text of the repository goes into HTML.</summary>
internal static class HtmlText
{
    /// <summary>One line of text for an element or an attribute in double quotes.</summary>
    public static string Escape(string text)
    {
        var line = PlainText.OneLine(text);
        var escaped = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A name or path that a line may break behind <c>_</c> and <c>/</c>, and not within a word.</summary>
    public static string EscapeName(string text) =>
        Escape(text).Replace("_", "_<wbr>", StringComparison.Ordinal).Replace("/", "/<wbr>", StringComparison.Ordinal);
}
