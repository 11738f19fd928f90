namespace Warder.Reports.Aar;

/// <summary>A file that the index names.</summary>
/// <param name="Path">Relative to the folder of reports: <c>2026/Q4/health/health-2026-11-25.md</c>.</param>
/// <param name="Title">Its first heading, as Markdown.</param>
public sealed record AarIndexEntry(string Path, string Title)
{
    private const int Parts = 4;

    /// <summary>Whether the path is that of a report: year, quarter, folder, file.</summary>
    public bool IsReport => Path.Split('/') is { Length: Parts } parts && IsYear(parts[0]) && IsQuarter(parts[1]) && parts[3].EndsWith(".md", StringComparison.Ordinal);

    /// <summary>Year and quarter: <c>2026 Q4</c>.</summary>
    internal string Quarter => string.Join(' ', Path.Split('/')[..2]);

    /// <summary>The folder.</summary>
    internal string Folder => Path.Split('/')[2];

    /// <summary>The name, with its numbers as wide as any, so that they sort by their worth.</summary>
    internal string SortKey => string.Concat(Pieces(Path.Split('/')[^1]));

    internal static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    internal static bool IsQuarter(string text) => text is ['Q', >= '1' and <= '4'];

    private static IEnumerable<string> Pieces(string name)
    {
        for (var i = 0; i < name.Length;)
        {
            var length = char.IsAsciiDigit(name[i]) ? name.Skip(i).TakeWhile(char.IsAsciiDigit).Count() : 1;
            yield return char.IsAsciiDigit(name[i]) ? name.Substring(i, length).PadLeft(10, '0') : name.Substring(i, length);
            i += length;
        }
    }
}
