using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry;

/// <summary>Reads a category, <c>deprecated</c>, <c>prohibited</c> or the flat form into entries.</summary>
internal sealed class TokenSectionReader(RegistryDraft draft, string category, TokenStatus status, bool isFlat = false)
{
    private const int MaxGroups = 4;

    public void Read(YamlEntry section) => Read(section.Key, section.Value, 0);

    private void Read(YamlNode key, YamlNode value, int depth)
    {
        if (MappingFields.IsNull(value))
        {
            return;
        }

        switch (value.Resolve())
        {
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    ReadItem(item);
                }

                break;
            case YamlMapping mapping when MappingFields.Find(mapping, "token") is { } token && token.Value.AsScalar() is not null:
                draft.Invalid(key.Span, $"`{category}` is an entry where a category of entries is expected", "Put a name for the entry between them");
                Add(EntryReader.Read(draft, mapping, category, key.Span, category, status, keyIsName: false));
                break;
            case YamlMapping mapping:
                foreach (var entry in MappingFields.Of(mapping))
                {
                    ReadEntry(entry, depth);
                }

                break;
            case YamlScalar scalar when status != TokenStatus.Registered && TokenName.IsValid(scalar.Value.Trim()):
                AddName(scalar, scalar.Value.Trim(), scalar.Span);
                break;
            default:
                draft.Invalid(value.Span, $"`{category}` must be a mapping of entries, not {RegistryDraft.Word(value)}");
                break;
        }
    }

    private void ReadItem(YamlNode item)
    {
        switch (item.Resolve())
        {
            case YamlScalar scalar when !MappingFields.IsNull(scalar):
                AddName(scalar, scalar.Value.Trim(), scalar.Span);
                break;
            case YamlMapping { Entries: [{ KeyText: { } key } only] } mapping when only.Value.AsMapping() is not null:
                ReadEntry(mapping.Entries[0], MaxGroups);
                break;
            case YamlMapping mapping:
                Add(EntryReader.Read(draft, mapping, id: null, FirstKey(mapping), category, status, keyIsName: false));
                break;
            default:
                draft.Invalid(item.Span, $"An entry of `{category}` must be a mapping or the name of a token, not {RegistryDraft.Word(item)}");
                break;
        }
    }

    private void ReadEntry(YamlEntry entry, int depth)
    {
        if (entry.KeyText is not { } key)
        {
            draft.Invalid(entry.Key.Span, "The name of an entry must be a text");
            return;
        }

        switch (entry.Value.Resolve())
        {
            case YamlMapping mapping when depth < MaxGroups && IsGroup(mapping):
                new TokenSectionReader(draft, status == TokenStatus.Registered ? key : category, status, isFlat).Read(entry.Key, entry.Value, depth + 1);
                break;
            case YamlMapping mapping:
                Add(EntryReader.Read(draft, mapping, key, entry.Key.Span, category, status, isFlat || TokenName.LooksLikeOne(key)));
                break;
            case YamlScalar scalar:
                ReadPlain(entry, key, scalar);
                break;
            case null when isFlat || TokenName.LooksLikeOne(key):
                AddName(entry.Key, key, entry.Key.Span);
                break;
            default:
                draft.Invalid(entry.Value.Span, $"The entry `{key}` must be a mapping, not {RegistryDraft.Word(entry.Value)}");
                break;
        }
    }

    private void ReadPlain(YamlEntry entry, string key, YamlScalar scalar)
    {
        var text = scalar.Value.Trim();
        var keyIsName = TokenName.LooksLikeOne(key) || (isFlat && TokenName.IsValid(key));
        if (status != TokenStatus.Registered ? TokenName.LooksLikeOne(text) || (!keyIsName && TokenName.IsValid(text)) : TokenName.LooksLikeOne(text) && !keyIsName)
        {
            Add(EntryReader.OfName(draft, key, entry.Key.Span, text, scalar.Span, category, status, fields: null));
        }
        else if (keyIsName)
        {
            var fields = new Dictionary<string, RegistryField>(StringComparer.Ordinal);
            if (!MappingFields.IsNull(scalar))
            {
                fields.Add(status == TokenStatus.Registered ? "purpose" : "reason", new RegistryField(text, scalar.Span, entry.Key.Span));
            }

            Add(EntryReader.OfName(draft, key, entry.Key.Span, key, entry.Key.Span, category, status, fields));
        }
        else if (status != TokenStatus.Registered && !MappingFields.IsNull(scalar))
        {
            draft.Invalid(scalar.Span, $"`{category}` must name a token here", "Write the name of the secret");
        }

        // A plain value beside the entries of a category describes the category.
    }

    private void AddName(YamlNode node, string text, TextSpan idSpan) =>
        Add(EntryReader.OfName(draft, id: null, idSpan, text, node.Span, category, status, fields: null));

    private void Add(TokenEntry? entry)
    {
        if (entry is null)
        {
            return;
        }

        if (draft.HasRoom)
        {
            draft.Entries.Add(entry);
        }
        else
        {
            draft.Invalid(default, "The registry has more entries than Warder reads");
        }
    }

    private static TextSpan FirstKey(YamlMapping mapping) =>
        mapping.Entries.Count > 0 ? mapping.Entries[0].Key.Span : mapping.Span;

    // A mapping of mappings without a single field of an entry is a category within a category.
    private static bool IsGroup(YamlMapping mapping)
    {
        var entries = MappingFields.Of(mapping);
        var nested = false;
        foreach (var entry in entries)
        {
            if (entry.KeyText is null || Array.IndexOf(RegistryKeys.EntryFields, entry.KeyText) >= 0)
            {
                return false;
            }

            nested |= entry.Value.AsMapping() is { } inner && (MappingFields.Find(inner, "token") is not null || TokenName.LooksLikeOne(entry.KeyText));
        }

        return nested;
    }
}
