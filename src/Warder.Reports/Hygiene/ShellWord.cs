using System.Globalization;
using System.Text;

namespace Warder.Reports.Hygiene;

/// <summary>Writes a name so that a shell takes it for one word, on one line.</summary>
internal static class ShellWord
{
    public static string Of(string name)
    {
        if (name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/' or '+' or ',' or '@'))
        {
            return name;
        }

        if (!name.Any(IsHidden))
        {
            return "'" + name.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
        }

        var quoted = new StringBuilder("$'");
        foreach (var c in name)
        {
            _ = c switch
            {
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\\' or '\'' => quoted.Append('\\').Append(c),
                _ when IsHidden(c) => quoted.Append($"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('\'').ToString();
    }

    // What steers a terminal or turns the reading direction is written out, so that the command still names the file.
    private static bool IsHidden(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
