using System.Text;
using Warder.Reports.Text;

namespace Warder.Reports.Console;

/// <summary>One line of a code frame laid out for the terminal, with its underline.</summary>
/// <param name="Text">The line as shown.</param>
/// <param name="Underline">Spaces and carets under it; empty where nothing of the line is meant.</param>
internal sealed record FrameLine(string Text, string Underline)
{
    private const int TabStop = 4;

    /// <summary>Lays out a line.</summary>
    /// <param name="line">The line of the file.</param>
    /// <param name="start">The first code unit that is meant, from 0; may lie past the line.</param>
    /// <param name="end">The first that is no longer meant; the same as the start for a place between two.</param>
    /// <param name="width">The columns there are.</param>
    /// <param name="ellipsis">The sign that something was cut.</param>
    public static FrameLine Lay(string line, int start, int end, int width, string ellipsis)
    {
        var cells = CellsOf(line);
        var total = cells.Count == 0 ? 0 : cells[^1].Column + cells[^1].Width;
        var from = ColumnOf(cells, start, total);
        var to = Math.Max(ColumnOf(cells, end, total), from + 1);
        if (total <= width && to <= width)
        {
            return Cut(cells, 0, total, from, to, "", "");
        }

        // The window shows the span, or its start, with some of what stands before it.
        var sign = DisplayWidth.Of(ellipsis);
        var room = Math.Max(width - (2 * sign), 4);
        var before = Math.Min(from, Math.Max(0, Math.Min(room - (to - from), room / 3)));
        var left = Math.Max(0, from - before);
        if (left <= sign)
        {
            left = 0;
        }

        var right = left + (left == 0 ? room + sign : room);
        if (right >= total)
        {
            right = Math.Max(total, from + 1);
            left = Math.Max(0, Math.Min(left, right - (width - sign)));
        }

        return Cut(cells, left, right, from, Math.Min(to, right), left > 0 ? ellipsis : "", right < total ? ellipsis : "");
    }

    private static FrameLine Cut(List<Cell> cells, int left, int right, int from, int to, string before, string after)
    {
        var text = new StringBuilder(before);
        var first = -1;
        foreach (var cell in cells)
        {
            if (cell.Column >= left && cell.Column + cell.Width <= right)
            {
                first = first < 0 ? cell.Column : first;
                text.Append(cell.Text);
            }
        }

        var underline = "";
        if (from < to)
        {
            var start = DisplayWidth.Of(before) + from - Math.Max(first, 0);
            underline = new string(' ', Math.Max(start, 0)) + new string('^', Math.Max(to - from, 1));
        }

        return new FrameLine(text.Append(after).ToString().TrimEnd(), underline);
    }

    private static List<Cell> CellsOf(string line)
    {
        var cells = new List<Cell>(line.Length);
        var column = 0;
        for (var i = 0; i < line.Length;)
        {
            Rune.DecodeFromUtf16(line.AsSpan(i), out var rune, out var consumed);
            string text;
            int width;
            if (line[i] == '\t')
            {
                width = TabStop - (column % TabStop);
                text = new string(' ', width);
            }
            else
            {
                text = PlainText.OneLine(line.Substring(i, consumed));
                width = DisplayWidth.Of(text);
            }

            cells.Add(new Cell(i, column, width, text));
            column += width;
            i += consumed;
        }

        return cells;
    }

    private static int ColumnOf(List<Cell> cells, int index, int total)
    {
        foreach (var cell in cells)
        {
            if (cell.Index >= index)
            {
                return cell.Column;
            }
        }

        return total;
    }

    private readonly record struct Cell(int Index, int Column, int Width, string Text);
}
