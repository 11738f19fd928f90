using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Engine.Registry;

/// <summary>Reads one entry of a registry.</summary>
internal static class EntryReader
{
    /// <summary>Reads an entry written as a mapping; null with a problem where it names no token.</summary>
    public static TokenEntry? Read(
        RegistryDraft draft, YamlMapping mapping, string? id, TextSpan idSpan, string category, TokenStatus status, bool keyIsName)
    {
        var fields = new Dictionary<string, RegistryField>(StringComparer.Ordinal);
        var read = new EntryValues();
        string? written = null;
        var nameSpan = idSpan;
        foreach (var entry in MappingFields.Of(mapping))
        {
            if (entry.KeyText is not { } key)
            {
                draft.Invalid(entry.Key.Span, "The name of a field must be a text");
                continue;
            }

            if (key == "token")
            {
                written = draft.Text(entry, key);
                nameSpan = written is null ? nameSpan : entry.Value.AsScalar()?.Span ?? nameSpan;
            }
            else if (RegistryKeys.TextFields.Contains(key))
            {
                ReadText(draft, entry, key, fields);
            }
            else if (!read.TryRead(draft, entry, key, fields))
            {
                CheckUnknown(draft, entry, key);
            }
        }

        written ??= keyIsName ? id : null;
        if (written is null)
        {
            draft.Invalid(idSpan, id is null ? "The entry names no token" : $"The entry `{id}` names no token", "Add `token:` with the name of the secret");
            return null;
        }

        return Checked(draft, written, nameSpan) is { } name
            ? Build(name, nameSpan, id ?? name, idSpan, category, StatusOf(fields, status), fields, read)
            : null;
    }

    /// <summary>Makes an entry of a bare name; null with a problem where it is none.</summary>
    public static TokenEntry? OfName(
        RegistryDraft draft, string? id, TextSpan idSpan, string written, TextSpan nameSpan, string category, TokenStatus status, Dictionary<string, RegistryField>? fields) =>
        Checked(draft, written, nameSpan) is { } name
            ? Build(name, nameSpan, id ?? name, idSpan, category, status, fields ?? [], new EntryValues())
            : null;

    private static TokenEntry Build(
        string written, TextSpan nameSpan, string id, TextSpan idSpan, string category, TokenStatus status, Dictionary<string, RegistryField> fields, EntryValues read) =>
        new()
        {
            Name = written.ToUpperInvariant(),
            WrittenName = written,
            NameSpan = nameSpan,
            Id = id,
            IdSpan = idSpan,
            Category = category,
            Status = status,
            Fields = fields,
            Permissions = read.Permissions,
            AuthorizedWorkflows = read.Workflows,
            AuthorizedScripts = read.Scripts,
            Restricted = read.Restricted,
            Risk = read.Risk,
            Created = read.Created,
            Rotated = read.Rotated,
            Expires = read.Expires,
            RotationDays = read.RotationDays,
            DeprecationDate = read.DeprecationDate,
        };

    private static string? Checked(RegistryDraft draft, string written, TextSpan span)
    {
        if (TokenName.IsValid(written))
        {
            return written;
        }

        // What is written may be a token's value: the message must not repeat it.
        var inner = TokenName.Unwrap(written);
        draft.Invalid(span, "A secret cannot have this name", inner is null ? "Names are made of letters, digits and `_`" : $"Write `{inner}`");
        return inner;
    }

    private static void ReadText(RegistryDraft draft, YamlEntry entry, string key, Dictionary<string, RegistryField> fields)
    {
        if (draft.Text(entry, key) is not { Length: > 0 } text || entry.Value.AsScalar() is not { } scalar)
        {
            return;
        }

        switch (key)
        {
            case "kind":
                var word = text.ToLowerInvariant().Replace('_', '-');
                if (RegistryKeys.Kinds.TryGetValue(word, out var kind))
                {
                    text = kind;
                    break;
                }

                draft.Invalid(scalar.Span, "`kind` is none that Warder knows", FieldValues.DidYouMean(text, RegistryKeys.Kinds.Keys.Order(StringComparer.Ordinal)) ?? "Write `other`");
                break;
            case "classification":
                Near(draft, scalar, text, key, RegistryKeys.Classifications);
                break;
            case "status":
                Near(draft, scalar, text, key, [.. RegistryKeys.Statuses.Keys.Order(StringComparer.Ordinal)]);
                break;
        }

        fields.TryAdd(key, new RegistryField(text, scalar.Span, entry.Key.Span));
    }

    // Own words are fine; a slip of a known word is not.
    private static void Near(RegistryDraft draft, YamlScalar scalar, string text, string key, string[] known)
    {
        if (Spelling.Nearest(text, known) is { } near && Spelling.Distance(text, near) > 0)
        {
            draft.Invalid(scalar.Span, $"`{key}` has no value `{text}`", $"Did you mean `{near}`?");
        }
    }

    private static TokenStatus StatusOf(Dictionary<string, RegistryField> fields, TokenStatus section) =>
        fields.TryGetValue("status", out var field) && RegistryKeys.Statuses.TryGetValue(field.Text, out var own) && own > section ? own : section;

    private static void CheckUnknown(RegistryDraft draft, YamlEntry entry, string key)
    {
        if (RegistryKeys.Meant.TryGetValue(key.ToLowerInvariant().Replace('-', '_'), out var meant)
            || (meant = Spelling.Nearest(key, RegistryKeys.EntryFields)) is not null)
        {
            draft.Invalid(entry.Key.Span, $"An entry has no field `{key}`", $"Did you mean `{meant}`?");
        }
    }
}
