using System.Text;
using Warder.Reports.Markdown;
using Warder.Reports.Text;

namespace Warder.Reports.Aar;

/// <summary>The index of reports. Only what stands between its two marks is Warder's; all else in the file stays as it is.</summary>
public static class AarIndex
{
    private const string Begin = "<!-- warder:begin aar-index -->";
    private const string End = "<!-- warder:end aar-index -->";
    private const string Head = "# After Action Reports\n\n";
    private const string Elsewhere = "## Elsewhere";

    /// <summary>The index with these entries; null, with the reason, where the marks of the one that is there cannot be told apart.</summary>
    /// <param name="present">The index that is there; null for none yet.</param>
    /// <param name="entries">The files that are there, Warder's and others'.</param>
    /// <param name="because">Why not.</param>
    public static string? Write(string? present, IReadOnlyCollection<AarIndexEntry> entries, out string? because)
    {
        because = null;
        var lines = TextLines.Of(present ?? Head);
        var newLine = lines is [var first, ..] && first.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var begin = lines.FindIndex(l => l.Trim() == Begin);
        var end = lines.FindIndex(l => l.Trim() == End);
        if (begin < 0 != end < 0 || end < begin)
        {
            because = $"it has one of the lines '{Begin}' and '{End}' without the other";
            return null;
        }

        if (begin < 0)
        {
            // Somebody else's index, or none: ours goes behind it.
            var text = string.Concat(lines);
            var gap = text.Length == 0 || text.EndsWith(newLine + newLine, StringComparison.Ordinal) ? "" : text.EndsWith('\n') ? newLine : newLine + newLine;
            return text + gap + Block(entries, []).ReplaceLineEndings(newLine);
        }

        var known = entries.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        var others = lines[(begin + 1)..end].Where(l => TargetOf(l) is { } target && !known.Contains(target) && !new AarIndexEntry(target, "").IsReport);
        var block = Block(entries, [.. others.Select(l => l.TrimEnd())]).ReplaceLineEndings(newLine);
        return string.Concat(lines[..begin]) + block + string.Concat(lines[(end + 1)..]);
    }

    /// <summary>The title of a Markdown file: its first heading; its name where it has none.</summary>
    public static string TitleOf(string text, string name)
    {
        var isFenced = false;
        foreach (var line in TextLines.Of(text))
        {
            var trimmed = line.Trim();
            isFenced ^= trimmed.StartsWith("```", StringComparison.Ordinal);
            if (!isFenced && trimmed.StartsWith("# ", StringComparison.Ordinal) && trimmed[2..].Trim() is { Length: > 0 } title)
            {
                // What was escaped is escaped anew, and a link in a heading is no link in a link.
                return MarkdownText.Escape(Unescaped(title));
            }
        }

        return MarkdownText.Escape(name);
    }

    private static string Block(IReadOnlyCollection<AarIndexEntry> entries, IReadOnlyList<string> others)
    {
        var text = new StringBuilder(Begin).Append('\n');
        var kinds = Enum.GetValues<AarKind>().ToDictionary(AarWords.FolderOf, k => (Order: (int)k, Heading: AarWords.HeadingOf(k)), StringComparer.Ordinal);
        foreach (var quarter in entries.Where(e => e.IsReport).GroupBy(e => e.Quarter, StringComparer.Ordinal).OrderByDescending(g => g.Key, StringComparer.Ordinal))
        {
            text.Append($"\n## {quarter.Key}\n");
            var folders = quarter.GroupBy(e => e.Folder, StringComparer.Ordinal)
                .OrderBy(g => kinds.TryGetValue(g.Key, out var kind) ? kind.Order : int.MaxValue)
                .ThenBy(g => g.Key, StringComparer.Ordinal);
            foreach (var folder in folders)
            {
                text.Append($"\n### {(kinds.TryGetValue(folder.Key, out var kind) ? kind.Heading : MarkdownText.Escape(folder.Key))}\n\n");
                foreach (var entry in folder.OrderBy(e => e.SortKey, StringComparer.Ordinal).ThenBy(e => e.Path, StringComparer.Ordinal))
                {
                    text.Append($"- [{entry.Title}]({string.Join('/', entry.Path.Split('/').Select(Uri.EscapeDataString))})\n");
                }
            }
        }

        if (others.Count > 0)
        {
            text.Append($"\n{Elsewhere}\n\n").AppendJoin('\n', others).Append('\n');
        }

        return text.Append('\n').Append(End).Append('\n').ToString();
    }

    /// <summary>Where the link in a line of a list leads; null for any other line.</summary>
    private static string? TargetOf(string line)
    {
        var text = line.Trim();
        var open = text.LastIndexOf("](", StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        return text.StartsWith("- [", StringComparison.Ordinal) && close > open ? Uri.UnescapeDataString(text[(open + 2)..close]) : null;
    }

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsPunctuation(text[i + 1]) | char.IsSymbol(text[i + 1]))
            {
                i++;
            }

            plain.Append(text[i]);
        }

        return System.Net.WebUtility.HtmlDecode(plain.ToString());
    }
}
