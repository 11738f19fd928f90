using Warder.Reports.Text;

namespace Warder.Reports.Fixes;

/// <summary>Writes the difference of two texts in the unified form that git and patch read.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;
    private const long MostCells = 16_000_000;

    /// <summary>The difference; empty where there is none.</summary>
    public static string Of(string path, string before, string after)
    {
        var (left, right) = (TextLines.Of(before), TextLines.Of(after));
        var lines = Compare(left, right);
        if (lines.TrueForAll(l => l.Sign == ' '))
        {
            return "";
        }

        var output = new System.Text.StringBuilder().Append("--- a/").Append(path).Append("\n+++ b/").Append(path).Append('\n');
        foreach (var (start, end) in Hunks(lines))
        {
            WriteHunk(output, lines, start, end);
        }

        return output.ToString();
    }

    private static void WriteHunk(System.Text.StringBuilder output, List<(char Sign, string Text)> lines, int start, int end)
    {
        var (left, right) = (1 + lines.Take(start).Count(l => l.Sign != '+'), 1 + lines.Take(start).Count(l => l.Sign != '-'));
        var part = lines[start..end];
        var (lefts, rights) = (part.Count(l => l.Sign != '+'), part.Count(l => l.Sign != '-'));
        output.Append(System.Globalization.CultureInfo.InvariantCulture, $"@@ -{(lefts == 0 ? left - 1 : left)},{lefts} +{(rights == 0 ? right - 1 : right)},{rights} @@\n");
        foreach (var (sign, text) in part)
        {
            output.Append(sign).Append(text);
            if (!text.EndsWith('\n'))
            {
                output.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Hunks(List<(char Sign, string Text)> lines)
    {
        var at = lines.FindIndex(l => l.Sign != ' ');
        while (at >= 0)
        {
            var last = at;
            for (var i = at; i < lines.Count && i <= last + (2 * Context); i++)
            {
                last = lines[i].Sign == ' ' ? last : i;
            }

            yield return (Math.Max(0, at - Context), Math.Min(lines.Count, last + 1 + Context));
            at = lines.FindIndex(last + 1, l => l.Sign != ' ');
        }
    }

    private static List<(char Sign, string Text)> Compare(List<string> left, List<string> right)
    {
        var head = 0;
        while (head < left.Count && head < right.Count && left[head] == right[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < left.Count - head && tail < right.Count - head && left[^(tail + 1)] == right[^(tail + 1)])
        {
            tail++;
        }

        var lines = left[..head].ConvertAll(l => (' ', l));
        lines.AddRange(CompareMiddle(left[head..^tail], right[head..^tail]));
        lines.AddRange(left[^tail..].Select(l => (' ', l)));
        return lines;
    }

    private static List<(char Sign, string Text)> CompareMiddle(List<string> left, List<string> right)
    {
        if ((long)left.Count * right.Count > MostCells)
        {
            return [.. left.Select(l => ('-', l)), .. right.Select(r => ('+', r))];
        }

        // The longest common subsequence, from the end: what is changed between two texts is small.
        var common = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return Walk(left, right, common);
    }

    private static List<(char Sign, string Text)> Walk(List<string> left, List<string> right, int[,] common)
    {
        var lines = new List<(char, string)>();
        var (a, b) = (0, 0);
        while (a < left.Count || b < right.Count)
        {
            if (a < left.Count && b < right.Count && left[a] == right[b])
            {
                lines.Add((' ', left[a]));
                a++;
                b++;
            }
            else if (a < left.Count && (b == right.Count || common[a + 1, b] >= common[a, b + 1]))
            {
                lines.Add(('-', left[a++]));
            }
            else
            {
                lines.Add(('+', right[b++]));
            }
        }

        return lines;
    }
}
