using System.Text;

namespace Warder.Engine.Hygiene;

/// <summary>Makes, from a glob, the path of a file that fits it and that nobody has thought of.</summary>
internal static class ProbePath
{
    /// <summary>A folder that is in no repository.</summary>
    public const string Folder = "warder-probe/deeper/";

    private const string Word = "warder-probe";

    /// <summary>A path that fits.</summary>
    /// <param name="glob">The glob.</param>
    /// <param name="last">Whether sets are tried by their last character instead of their first.</param>
    public static string Of(string glob, bool last)
    {
        var text = glob.TrimStart('/').Replace("**/", "", StringComparison.Ordinal).Replace("**", "*", StringComparison.Ordinal);
        var path = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '*':
                    path.Append(Word);
                    break;
                case '?':
                    path.Append('x');
                    break;
                case '[' when text.IndexOf(']', at + 2) is var close && close > 0:
                    path.Append(OneOf(text[(at + 1)..close], last));
                    at = close;
                    break;
                default:
                    path.Append(text[at]);
                    break;
            }
        }

        return text.EndsWith('/') ? path.Append(Word).ToString() : path.ToString();
    }

    // Of a set that excludes, some character that is hardly among the excluded ones.
    private static char OneOf(string set, bool last) => set[0] is '!' or '^' ? '_' : last ? set[^1] : set[0];
}
