using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry.Discovery;

/// <summary>Makes a registry of discovered tokens, or adds them to one that is there without touching another byte of it.</summary>
public static class RegistryMerge
{
    /// <summary>The text of a new registry.</summary>
    public static string Create(IReadOnlyList<DiscoveredToken> tokens, DateOnly today) => RegistryText.File(tokens, today);

    /// <summary>The text of the registry with the tokens added; null where its shape leaves no safe place for them.</summary>
    public static string? Add(TokenRegistry registry, IReadOnlyList<DiscoveredToken> tokens)
    {
        if (tokens.Count == 0)
        {
            return registry.Source.Text;
        }

        if (!registry.IsReadable || YamlParser.Parse(registry.Source) is not { Documents: [YamlMapping { IsFlow: false } root], Problems: [] })
        {
            return null;
        }

        var text = registry.Source.Text;
        var merged = TextEdits.Apply(text, [EditFor(registry.Source, root, tokens)]);
        return Holds(registry, tokens, merged) ? merged : null;
    }

    private static TextEdit EditFor(SourceText source, YamlMapping root, IReadOnlyList<DiscoveredToken> tokens)
    {
        if (EmptyCategory(root) is { } empty)
        {
            var entries = ":\n" + RegistryText.Entries(tokens, indent: 2).TrimEnd('\n');
            return new TextEdit(TextSpan.FromBounds(empty.Key.Span.End, empty.Value.Span.End), WithBreaksOf(source, entries));
        }

        if (root.Get(RegistryText.Category) is YamlMapping { IsFlow: false, Entries: [.., var last] } category)
        {
            var indent = source.GetPosition(category.Entries[0].Key.Span.Start).Column - 1;
            return InsertAfter(source, last.Span.End, RegistryText.Entries(tokens, indent));
        }

        return InsertAfter(source, source.Text.Length, "\n" + RegistryText.Section(tokens));
    }

    /// <summary>The category as it is written where nothing was found yet: <c>discovered: {}</c>.</summary>
    private static YamlEntry? EmptyCategory(YamlMapping root)
    {
        foreach (var entry in root.Entries)
        {
            if (entry is { KeyText: RegistryText.Category, Value: YamlMapping { IsFlow: true, Entries.Count: 0 } })
            {
                return entry;
            }
        }

        return null;
    }

    private static string WithBreaksOf(SourceText source, string lines) =>
        source.Text.Contains("\r\n", StringComparison.Ordinal) ? lines.ReplaceLineEndings("\r\n") : lines;

    /// <summary>Inserts whole lines after the line that holds an offset.</summary>
    private static TextEdit InsertAfter(SourceText source, int offset, string text)
    {
        var lines = WithBreaksOf(source, text);
        var line = source.GetPosition(offset).Line;
        if (line < source.Lines.LineCount)
        {
            return new TextEdit(new TextSpan(source.Lines.GetLine(line + 1).Start, 0), lines);
        }

        var needsBreak = source.Text.Length > 0 && source.Text[^1] != '\n';
        return new TextEdit(new TextSpan(source.Text.Length, 0), needsBreak ? WithBreaksOf(source, "\n") + lines : lines);
    }

    /// <summary>Whether the merged text reads as the old entries and the new ones, and nothing else.</summary>
    private static bool Holds(TokenRegistry before, IReadOnlyList<DiscoveredToken> tokens, string merged)
    {
        var after = RegistryReader.Read(new SourceText(before.Source.Path, merged));
        return after.IsReadable
            && after.Entries.Count == before.Entries.Count + tokens.Count
            && before.Entries.All(e => after.Entries.Any(a => a.Name == e.Name && a.Id == e.Id && a.Category == e.Category))
            && tokens.All(t => after.Find(t.Name) is not null);
    }
}
