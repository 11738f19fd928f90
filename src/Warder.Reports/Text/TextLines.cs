namespace Warder.Reports.Text;

/// <summary>The lines of a text, each with its end.</summary>
internal static class TextLines
{
    public static List<string> Of(string text)
    {
        var lines = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
