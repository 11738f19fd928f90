using System.Text;

namespace Warder.Reports.Console;

/// <summary>Breaks text into lines between words; a word wider than a line is broken where it must be.</summary>
internal static class TextWrap
{
    /// <summary>At least one line; the first may be narrower or wider than the rest.</summary>
    public static List<string> Wrap(string text, int first, int rest)
    {
        var lines = new List<string>(1);
        var line = new StringBuilder();
        var (room, used) = (first, 0);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var width = DisplayWidth.Of(word);
            if (used > 0 && used + 1 + width > room)
            {
                EndLine();
            }

            if (used > 0)
            {
                line.Append(' ');
                used++;
            }

            foreach (var rune in word.EnumerateRunes())
            {
                var runeWidth = DisplayWidth.Of(rune);
                if (used > 0 && used + runeWidth > room)
                {
                    EndLine();
                }

                line.Append(rune.ToString());
                used += runeWidth;
            }
        }

        lines.Add(line.ToString());
        return lines;

        void EndLine()
        {
            lines.Add(line.ToString());
            line.Clear();
            (room, used) = (rest, 0);
        }
    }

    /// <summary>The text, or as much of it as leaves room for the sign that it was cut.</summary>
    public static string Cut(string text, int width, string ellipsis)
    {
        if (DisplayWidth.Of(text) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        var used = DisplayWidth.Of(ellipsis);
        foreach (var rune in text.EnumerateRunes())
        {
            used += DisplayWidth.Of(rune);
            if (used > width)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.Append(ellipsis).ToString();
    }
}
