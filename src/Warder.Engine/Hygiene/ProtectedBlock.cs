using System.Text;

namespace Warder.Engine.Hygiene;

/// <summary>
/// The marked block in which Warder keeps what it adds to an ignore file. It works on bytes, so that every byte outside the block
/// stays, whatever the encoding and the line ends. The block goes to the end: in an ignore file the last line that fits decides.
/// </summary>
public static class ProtectedBlock
{
    /// <summary>The block's first line.</summary>
    public const string Begin = "# warder: begin protected patterns";

    /// <summary>The block's last line.</summary>
    public const string End = "# warder: end protected patterns";

    /// <summary>The file with some patterns added; the same bytes where there is nothing to add.</summary>
    /// <param name="before">The file's bytes; empty where there is none.</param>
    /// <param name="syntax">How the file is read.</param>
    /// <param name="patterns">The patterns to add.</param>
    /// <param name="allowed">Names that are known to hold no secret and must not be ignored with the others.</param>
    public static byte[] Add(byte[] before, IgnoreSyntax syntax, IReadOnlyList<ProtectedPattern> patterns, IReadOnlyList<PathPattern> allowed)
    {
        if (patterns.Count == 0)
        {
            return before;
        }

        var lineEnd = LineEndOf(before);
        var (outside, lines) = Cut(before);
        lines.AddRange(LinesFor(syntax, patterns, allowed).Where(l => !lines.Contains(l, StringComparer.Ordinal)));

        // An exception stands behind all patterns, or they would take it back.
        var ordered = lines.Where(l => !l.StartsWith('!')).Concat(lines.Where(l => l.StartsWith('!')));
        var block = new StringBuilder();
        if (outside.Length > 0 && outside[^1] != '\n')
        {
            block.Append(lineEnd);
        }

        foreach (var line in (IEnumerable<string>)[Begin, .. ordered, End])
        {
            block.Append(line).Append(lineEnd);
        }

        return [.. outside, .. Encoding.UTF8.GetBytes(block.ToString())];
    }

    private static IEnumerable<string> LinesFor(IgnoreSyntax syntax, IReadOnlyList<ProtectedPattern> patterns, IReadOnlyList<PathPattern> allowed)
    {
        foreach (var pattern in patterns)
        {
            yield return Written(syntax, pattern.Text, pattern.IsAnywhere);
        }

        if (syntax == IgnoreSyntax.Lines)
        {
            yield break;
        }

        foreach (var exception in patterns.SelectMany(p => p.Exceptions))
        {
            yield return "!" + Written(syntax, exception, isAnywhere: true);
        }

        foreach (var name in allowed.Select(a => a.Text))
        {
            var file = name[(name.LastIndexOf('/') + 1)..];
            if (patterns.Any(p => p.Matches(ProbePath.Of(name, last: false)) || p.Matches(ProbePath.Of(file, last: false))))
            {
                yield return "!" + Written(syntax, name, isAnywhere: file.Length == name.Length);
            }
        }
    }

    // Docker takes a name for one in the root of the context alone.
    private static string Written(IgnoreSyntax syntax, string pattern, bool isAnywhere) =>
        syntax == IgnoreSyntax.Docker && isAnywhere ? "**/" + pattern : pattern;

    // A block that is there keeps its own line ends.
    private static string LineEndOf(ReadOnlySpan<byte> bytes)
    {
        var block = bytes.IndexOf(Encoding.UTF8.GetBytes(Begin + "\n"));
        return block < 0 && bytes.IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
    }

    /// <summary>The bytes without the block, and the block's lines.</summary>
    private static (byte[] Outside, List<string> Lines) Cut(byte[] bytes)
    {
        var lines = new List<string>();
        var outside = new List<byte>(bytes.Length);
        var isInside = false;
        for (var at = 0; at < bytes.Length;)
        {
            var length = bytes.AsSpan(at).IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : bytes.Length - at;
            var line = bytes.AsSpan(at, length);
            var text = Encoding.UTF8.GetString(line).TrimEnd('\r', '\n');
            at += length;
            if (!isInside && text == Begin && HasEnd(bytes.AsSpan(at)))
            {
                isInside = true;
            }
            else if (isInside && text == End)
            {
                isInside = false;
            }
            else if (isInside)
            {
                lines.Add(text);
            }
            else
            {
                outside.AddRange(line);
            }
        }

        return ([.. outside], [.. lines.Where(l => l.Length > 0)]);
    }

    // A block that somebody left open would swallow the rest of the file.
    private static bool HasEnd(ReadOnlySpan<byte> rest) => rest.IndexOf(Encoding.UTF8.GetBytes(End)) >= 0;
}
