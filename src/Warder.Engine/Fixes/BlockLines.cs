using Warder.Pipelines;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Fixes;

/// <summary>Places in a YAML text at which whole lines can be put in or taken out, in the file's own manner.</summary>
internal static class BlockLines
{
    /// <summary>The line break that the file uses.</summary>
    public static string BreakOf(SourceText source) => source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The blanks before a key that begins its line; null where something else stands before it.</summary>
    public static string? IndentOf(SourceText source, int offset)
    {
        var start = LineStart(source, offset);
        var before = source.Text[start..offset];
        return before.All(c => c == ' ') ? before : null;
    }

    /// <summary>Where the line after the one with this offset begins; the end of the text where there is none.</summary>
    public static int NextLine(SourceText source, int offset)
    {
        var at = source.Text.IndexOf('\n', offset);
        return at < 0 ? source.Text.Length : at + 1;
    }

    /// <summary>Puts lines behind an entry of a block mapping.</summary>
    public static TextEdit After(SourceText source, YamlEntry entry, IReadOnlyList<string> lines)
    {
        var at = NextLine(source, Math.Max(EndOf(entry) - 1, entry.Key.Span.Start));
        var text = string.Concat(lines.Select(l => l + BreakOf(source)));
        var needsBreak = at == source.Text.Length && !source.Text.EndsWith('\n');
        return new TextEdit(new TextSpan(at, 0), needsBreak ? BreakOf(source) + text.TrimEnd('\r', '\n') : text);
    }

    // Blank lines behind a block scalar may belong to its span, though not to what it says.
    private static int EndOf(YamlEntry entry) => entry.Value is YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded, Value.Length: > 0 } scalar
        ? scalar.ToSourceOffset(scalar.Value.Length)
        : Math.Max(entry.Key.Span.End, entry.Value.Span.End);

    /// <summary>Takes out the whole lines of an entry of a block mapping.</summary>
    public static TextEdit Without(SourceText source, TextSpan key, TextSpan value)
    {
        var start = LineStart(source, key.Start);
        return new TextEdit(TextSpan.FromBounds(start, NextLine(source, Math.Max(value.End - 1, key.Start))), "");
    }

    /// <summary>The mapping of a job; null where the tree has none.</summary>
    public static YamlMapping? JobOf(Pipeline pipeline, string job) =>
        pipeline.Tree.Root?.AsMapping()?.Get("jobs")?.AsMapping()?.Get(job)?.AsMapping();

    private static int LineStart(SourceText source, int offset) => offset == 0 ? 0 : source.Text.LastIndexOf('\n', offset - 1) + 1;
}
