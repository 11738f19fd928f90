using Warder.Engine.Registry;
using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Rotation;

/// <summary>Writes into the registry that a token's value was replaced: spans alone, every other byte stays.</summary>
public static class RotationRecord
{
    private const string RotatedField = "rotated";
    private const string EvidenceField = "rotation_evidence";

    /// <summary>The registry's text with the moment and the evidence in the entry; null where its shape leaves no safe place for them.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="entry">The token's entry.</param>
    /// <param name="moment">When its value was replaced: <c>2026-03-31</c>, or a day with a time, UTC.</param>
    /// <param name="evidence">What proves it: a ticket, a run, a person; null for none.</param>
    public static string? Write(TokenRegistry registry, TokenEntry entry, string moment, string? evidence)
    {
        if (!registry.IsReadable || MappingOf(registry.Source, entry) is not { IsFlow: false } mapping)
        {
            return null;
        }

        var edits = new List<TextEdit>();
        var added = new List<string>();
        Put(mapping, RotatedField, moment, edits, added);
        if (!string.IsNullOrWhiteSpace(evidence))
        {
            Put(mapping, EvidenceField, Quoted(evidence), edits, added);
        }

        if (added.Count > 0)
        {
            edits.Add(AfterName(registry.Source, mapping, entry, added));
        }

        var text = TextEdits.Apply(registry.Source.Text, edits);
        return Holds(registry, entry, text, moment) ? text : null;
    }

    private static void Put(YamlMapping mapping, string field, string value, List<TextEdit> edits, List<string> added)
    {
        if (mapping.Get(field) is { } present)
        {
            edits.Add(new TextEdit(present.Span, value));
        }
        else
        {
            added.Add($"{field}: {value}");
        }
    }

    /// <summary>New lines go after the line with the token's name, or the entry's first, at the same column.</summary>
    private static TextEdit AfterName(SourceText source, YamlMapping mapping, TokenEntry entry, List<string> added)
    {
        var after = mapping.Entries.FirstOrDefault(e => e.Value.Span == entry.NameSpan) ?? mapping.Entries[0];
        var position = source.GetPosition(after.Key.Span.Start);
        var line = source.Lines.GetLine(source.GetPosition(after.Value.Span.End).Line);
        var at = line.Start + source.GetText(line).TrimEnd('\r', '\n').Length;
        var end = source.Text.AsSpan(at).StartsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var indent = new string(' ', position.Column - 1);
        return new TextEdit(new TextSpan(at, 0), string.Concat(added.Select(a => end + indent + a)));
    }

    private static YamlMapping? MappingOf(SourceText source, TokenEntry entry)
    {
        YamlMapping? found = null;
        void Walk(YamlNode node)
        {
            switch (node)
            {
                case YamlMapping mapping:
                    foreach (var pair in mapping.Entries)
                    {
                        if (pair.Value is YamlScalar scalar && scalar.Span == entry.NameSpan)
                        {
                            found = mapping;
                        }
                        else if (pair.Key.Span == entry.NameSpan && pair.Value is YamlMapping named)
                        {
                            // In the flat form the key is the name.
                            found = named;
                        }

                        Walk(pair.Value);
                    }

                    break;
                case YamlSequence sequence:
                    foreach (var item in sequence.Items)
                    {
                        Walk(item);
                    }

                    break;
            }
        }

        if (YamlParser.Parse(source) is { Root: { } root, Problems: [] })
        {
            Walk(root);
        }

        return found;
    }

    /// <summary>Whether the text reads as a registry in which this entry, and it alone, has the new day.</summary>
    private static bool Holds(TokenRegistry registry, TokenEntry entry, string text, string moment)
    {
        var again = RegistryReader.Read(new SourceText(registry.Source.Path, text));
        return again.IsReadable
            && again.Entries.Count == registry.Entries.Count
            && again.Problems.Count <= registry.Problems.Count
            && FieldValues.TryDate(moment, out var day)
            && again.Entries.Zip(registry.Entries).All(p => p.First.Name == p.Second.Name && (p.Second == entry ? p.First.Rotated == day : p.First.Rotated == p.Second.Rotated));
    }

    private static string Quoted(string text) => "\"" + string.Concat(text.Select(c => c switch
    {
        '"' or '\\' => "\\" + c,
        _ when char.IsControl(c) => " ",
        _ => c.ToString(),
    })) + "\"";
}
