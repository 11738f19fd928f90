using System.Globalization;

namespace Warder.Sessions.Results;

/// <summary>Reads coverage that stands in lines of text: LCOV, and the profiles of Go.</summary>
internal static class LineCoverage
{
    private const int LongestLine = 64 * 1024;

    /// <summary>The lines of an LCOV file.</summary>
    public static Coverage ReadLcov(TextReader reader)
    {
        var sum = new Coverage(0, 0);
        while (NextLine(reader) is { } line)
        {
            if (line.StartsWith("LF:", StringComparison.Ordinal))
            {
                sum += new Coverage(0, Count(line.AsSpan(3)));
            }
            else if (line.StartsWith("LH:", StringComparison.Ordinal))
            {
                sum += new Coverage(Count(line.AsSpan(3)), 0);
            }
        }

        return new Coverage(Math.Min(sum.Covered, sum.Valid), sum.Valid);
    }

    /// <summary>The statements of a profile of Go: <c>file:1.2,3.4 statements count</c>.</summary>
    public static Coverage ReadGo(TextReader reader)
    {
        var sum = new Coverage(0, 0);
        while (NextLine(reader) is { } line)
        {
            var last = line.LastIndexOf(' ');
            var before = last <= 0 ? -1 : line.LastIndexOf(' ', last - 1);
            if (before > 0)
            {
                var statements = Count(line.AsSpan(before + 1, last - before - 1));
                sum += new Coverage(Count(line.AsSpan(last + 1)) > 0 ? statements : 0, statements);
            }
        }

        return sum;
    }

    private static string? NextLine(TextReader reader)
    {
        var line = reader.ReadLine();
        return line is { Length: > LongestLine } ? "" : line;
    }

    private static long Count(ReadOnlySpan<char> text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
