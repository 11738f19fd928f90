using System.Text;

namespace Warder.Reports.JUnit;

/// <summary>The one door through which text of the repository goes into XML.</summary>
internal static class XmlText
{
    /// <summary>Text for an attribute or an element: escaped, and without what XML 1.0 cannot hold.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '\n':
                    escaped.Append("&#10;");
                    break;
                case '\r':
                    escaped.Append("&#13;");
                    break;
                case '\t':
                    escaped.Append("&#9;");
                    break;
                case < ' ' or '\uFFFE' or '\uFFFF':
                    escaped.Append('\uFFFD');
                    break;
                default:
                    i += AppendScalar(escaped, text, i);
                    break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Appends the character at an index; gives how many code units it took besides the first.</summary>
    private static int AppendScalar(StringBuilder escaped, string text, int index)
    {
        var c = text[index];
        if (!char.IsSurrogate(c))
        {
            escaped.Append(c);
            return 0;
        }

        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            escaped.Append(c).Append(text[index + 1]);
            return 1;
        }

        escaped.Append('\uFFFD');
        return 0;
    }
}
