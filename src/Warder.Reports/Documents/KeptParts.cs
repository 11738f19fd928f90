using Warder.Reports.Text;

namespace Warder.Reports.Documents;

/// <summary>What of a document on disk was written by hand: the text before our mark, and the text in kept parts, as it is.</summary>
internal sealed class KeptParts
{
    /// <summary>The heading under which parts stand whose place is gone.</summary>
    public const string GoneTitle = "Kept from before";

    private const string AdoptedName = "adopted";
    private readonly List<(string Name, string Content)> _parts = [];

    private KeptParts()
    {
    }

    /// <summary>Nothing: a document that is not made yet.</summary>
    public static KeptParts None { get; } = new();

    /// <summary>The text before our mark; front matter goes there.</summary>
    public string Preamble { get; private init; } = "";

    /// <summary>How the lines of the document end.</summary>
    public string NewLine { get; private init; } = "\n";

    public static string WordOf(DocumentKind kind) => kind == DocumentKind.Matrix ? "matrix" : "policy";

    public static string MarkOf(DocumentKind kind) => MarkOf(WordOf(kind));

    /// <summary>The line that says which document a file is.</summary>
    public static string MarkOf(string word) => $"<!-- warder:document {word} -->";

    public static string BeginOf(string name) => $"<!-- warder:keep {name} -->";

    public static string EndOf(string name) => $"<!-- warder:end {name} -->";

    /// <summary>Whether a text is a document that Warder made.</summary>
    public static bool IsOurs(string text, DocumentKind kind) => IsOurs(text, WordOf(kind));

    /// <summary>Whether a text is the document of such a mark.</summary>
    public static bool IsOurs(string text, string word) => TextLines.Of(text).Any(l => IsLine(l, MarkOf(word)));

    /// <summary>Reads a document; null, with the reason, where its parts cannot be told apart.</summary>
    public static KeptParts? Read(string text, DocumentKind kind, out string? because) => Read(text, WordOf(kind), out because);

    /// <summary>Reads the document of such a mark; null, with the reason, where its parts cannot be told apart.</summary>
    public static KeptParts? Read(string text, string word, out string? because)
    {
        var lines = TextLines.Of(text);
        var mark = lines.FindIndex(l => IsLine(l, MarkOf(word)));
        var kept = new KeptParts { Preamble = string.Concat(lines.Take(mark)), NewLine = lines[mark].EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n" };
        if (lines[mark].StartsWith('\uFEFF'))
        {
            kept = new KeptParts { Preamble = "\uFEFF", NewLine = kept.NewLine };
        }

        because = null;
        for (var i = mark + 1; i < lines.Count; i++)
        {
            if (NameIn(lines[i], "end") is { } stray)
            {
                because = $"the part '{stray}' ends on line {i + 1} and begins nowhere";
                return null;
            }

            if (NameIn(lines[i], "keep") is not { } name)
            {
                continue;
            }

            var end = lines.FindIndex(i + 1, l => IsLine(l, EndOf(name)));
            if (end < 0 || kept.Find(name) is not null)
            {
                because = end < 0 ? $"the part '{name}' on line {i + 1} has no line '{EndOf(name)}'" : $"the part '{name}' is there twice, again on line {i + 1}";
                return null;
            }

            kept._parts.Add((name, string.Concat(lines[(i + 1)..end])));
            i = end;
        }

        return kept;
    }

    /// <summary>Takes a document that somebody else wrote: its front matter goes before ours, all else into a kept part.</summary>
    public static KeptParts Adopt(string text)
    {
        var lines = TextLines.Of(text);
        var name = AdoptedName;
        for (var i = 2; lines.Any(l => IsLine(l, EndOf(name))); i++)
        {
            name = $"{AdoptedName}-{i}";
        }

        var front = lines is ["---\n" or "---\r\n", ..] ? lines.FindIndex(1, l => l.TrimEnd('\r', '\n') == "---") + 1 : 0;
        var newLine = lines is [var first, ..] && first.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var kept = new KeptParts { Preamble = front == 0 ? "" : string.Concat(lines[..front]) + newLine, NewLine = newLine };
        var rest = string.Concat(lines[front..]);
        kept._parts.Add((name, rest.EndsWith('\n') || rest.Length == 0 ? rest : rest + newLine));
        return kept;
    }

    /// <summary>The text of a part; null where the document has none.</summary>
    public string? Find(string name)
    {
        foreach (var part in _parts)
        {
            if (string.Equals(part.Name, name, StringComparison.Ordinal))
            {
                return part.Content;
            }
        }

        return null;
    }

    /// <summary>The same parts below one more line, which ends what stands before them.</summary>
    public KeptParts Below(string line)
    {
        var kept = new KeptParts { Preamble = Preamble + line + NewLine, NewLine = NewLine };
        kept._parts.AddRange(_parts);
        return kept;
    }

    /// <summary>The parts with words in them that have no place among these.</summary>
    public IReadOnlyList<(string Name, string Content)> Without(IReadOnlySet<string> places) =>
        [.. _parts.Where(p => !places.Contains(p.Name) && !string.IsNullOrWhiteSpace(p.Content))];

    private static bool IsLine(string line, string mark) => line.AsSpan().Trim('\uFEFF').TrimEnd().SequenceEqual(mark);

    /// <summary>The name in a line <c>&lt;!-- warder:keep NAME --&gt;</c>; null where it is another line.</summary>
    private static string? NameIn(string line, string word)
    {
        var start = $"<!-- warder:{word} ";
        var text = line.AsSpan().TrimEnd();
        return text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(" -->", StringComparison.Ordinal) && text.Length > start.Length + 4
            ? text[start.Length..^4].ToString()
            : null;
    }
}
