using Warder.Reports.Text;

namespace Warder.Reports.Console;

/// <summary>Columns of text, each as wide as it needs; where the terminal is too narrow the widest columns give way.</summary>
public sealed class TextTable
{
    private const int Gap = 2;
    private const int Least = 6;
    private readonly string[] _heads;
    private readonly List<(string[] Cells, Ink Ink)> _rows = [];

    /// <summary>With the heads of its columns.</summary>
    public TextTable(params string[] heads) => _heads = heads;

    /// <summary>Adds a row.</summary>
    public void Add(Ink ink, params string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = PlainText.OneLine(cells[i]);
        }

        _rows.Add((cells, ink));
    }

    /// <summary>Prints the table; the colour of a row is that of its second cell.</summary>
    public void Print(Screen screen)
    {
        var widths = Fit(screen.Width);
        PrintRow(screen, widths, _heads, Ink.Faint, Ink.Faint);
        foreach (var (cells, ink) in _rows)
        {
            PrintRow(screen, widths, cells, Ink.Plain, ink);
        }
    }

    private static void PrintRow(Screen screen, int[] widths, string[] cells, Ink ink, Ink second)
    {
        var pending = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            var text = TextWrap.Cut(cells[i], widths[i], screen.Ellipsis);
            screen.Space(text.Length == 0 ? 0 : pending).Sign(text, i == 1 ? second : ink);
            pending = (text.Length == 0 ? pending : 0) + widths[i] - DisplayWidth.Of(text) + Gap;
        }

        screen.EndLine();
    }

    private int[] Fit(int width)
    {
        var widths = new int[_heads.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = DisplayWidth.Of(_heads[i]);
            foreach (var (cells, _) in _rows)
            {
                widths[i] = Math.Max(widths[i], DisplayWidth.Of(cells[i]));
            }
        }

        var excess = widths.Sum() + (Gap * (widths.Length - 1)) - width;
        while (excess > 0)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= Least)
            {
                break;
            }

            widths[widest]--;
            excess--;
        }

        return widths;
    }
}
