using System.Text;
using System.Text.Json;

namespace Warder.Docs.Tests;

/// <summary>Tells a JSON Schema as a table in Markdown: each key by its whole path, what it may be, and what it means.</summary>
internal sealed class SchemaTable
{
    private static readonly Dictionary<string, string> Placeholders = new(StringComparer.Ordinal)
    {
        ["rules"] = "<rule>",
        ["facts.actions"] = "<owner/name>",
        ["facts.actions.<owner/name>.token-inputs"] = "<input>",
        ["facts.actions.<owner/name>.permissions"] = "<scope>",
    };

    /// <summary>Definitions that are told once, in a table of their own or in words.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["entry"] = "entry",
        ["group"] = "mapping of entries",
        ["field"] = "a field of an entry",
        ["permissionMap"] = "mapping of scopes to levels",
    };

    private readonly JsonElement _root;
    private readonly StringBuilder _rows = new("| key | what it may be | what it means |\n|---|---|---|\n");

    private SchemaTable(JsonElement root) => _root = root;

    /// <summary>The keys of a whole schema.</summary>
    public static string Of(JsonElement schema) => new SchemaTable(schema).Tell(schema, "");

    /// <summary>The keys of one of its definitions.</summary>
    public static string OfDefinition(JsonElement schema, string name) => new SchemaTable(schema).Tell(schema.GetProperty("$defs").GetProperty(name), "");

    private string Tell(JsonElement schema, string prefix)
    {
        AddKeysOf(schema, prefix);
        return _rows.ToString();
    }

    /// <summary>Adds the keys of every form that a value may have: of a mapping, of the elements of a list, of its alternatives.</summary>
    private void AddKeysOf(JsonElement node, string path)
    {
        foreach (var form in FormsOf(node))
        {
            var required = form.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToHashSet(StringComparer.Ordinal) : [];
            if (form.TryGetProperty("properties", out var properties))
            {
                foreach (var property in properties.EnumerateObject())
                {
                    AddRow(Join(path, property.Name), property.Value, required.Contains(property.Name));
                }
            }

            if (form.TryGetProperty("items", out var items))
            {
                AddKeysOf(items, path + "[]");
            }

            if (form.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
            {
                var key = Join(path, Placeholders.GetValueOrDefault(path, path.Length == 0 ? "<category>" : "<name>"));
                if (others.TryGetProperty("description", out _))
                {
                    AddRow(key, others, isRequired: false);
                }
                else
                {
                    AddKeysOf(others, key);
                }
            }
        }
    }

    private void AddRow(string key, JsonElement value, bool isRequired)
    {
        var words = WordsOf(value).Distinct(StringComparer.Ordinal).ToList();
        var fallback = value.TryGetProperty("default", out var given) ? $"; default `{given}`" : "";
        var description = FormsOf(value).Prepend(value).Select(f => f.TryGetProperty("description", out var text) ? text.GetString() : null).FirstOrDefault(d => d is not null);
        var some = value.TryGetProperty("examples", out var examples) && words.Contains("text") ? [.. examples.EnumerateArray().Select(e => $"`{e.ToString().ToLowerInvariant()}`")] : Array.Empty<string>();
        if (some.Length > 0 && description?.Contains(some[0], StringComparison.Ordinal) != true && !words.Contains("`true`, `false`"))
        {
            words[words.IndexOf("text")] = $"text, such as {string.Join(", ", some)}";
        }

        var type = string.Join(" or ", words) + fallback + (isRequired ? "; required" : "");
        _rows.Append($"| `{key}` | {Cell(type)} | {Cell(description ?? "")} |\n");
        AddKeysOf(value, key);
    }

    private IEnumerable<JsonElement> FormsOf(JsonElement node)
    {
        if (node.TryGetProperty("$ref", out var reference))
        {
            return Named.ContainsKey(NameOf(reference)) ? [] : FormsOf(_root.GetProperty("$defs").GetProperty(NameOf(reference)));
        }

        return node.TryGetProperty("anyOf", out var alternatives) ? alternatives.EnumerateArray().SelectMany(FormsOf).Prepend(node) : [node];
    }

    private IEnumerable<string> WordsOf(JsonElement node)
    {
        if (node.TryGetProperty("$ref", out var reference))
        {
            return Named.TryGetValue(NameOf(reference), out var word) ? [word] : WordsOf(_root.GetProperty("$defs").GetProperty(NameOf(reference)));
        }

        if (node.TryGetProperty("anyOf", out var alternatives))
        {
            return alternatives.EnumerateArray().SelectMany(WordsOf);
        }

        if (node.TryGetProperty("enum", out var values))
        {
            return [string.Join(", ", values.EnumerateArray().Where(v => v.ValueKind != JsonValueKind.Null).Select(v => $"`{v.ToString().ToLowerInvariant()}`").Distinct(StringComparer.Ordinal))];
        }

        var types = node.TryGetProperty("type", out var type) ? type : default;
        return types.ValueKind switch
        {
            JsonValueKind.Array when types.GetArrayLength() > 5 => ["anything"],
            JsonValueKind.Array => types.EnumerateArray().SelectMany(t => WordOf(t.GetString()!, node)),
            JsonValueKind.String => WordOf(types.GetString()!, node),
            _ => [],
        };
    }

    private IEnumerable<string> WordOf(string type, JsonElement node) => type switch
    {
        "null" => [],
        "string" => ["text"],
        "boolean" => ["`true`, `false`"],
        "integer" when node.TryGetProperty("maximum", out var most) => [$"number ({node.GetProperty("minimum")} to {most})"],
        "integer" or "number" => ["number"],
        "object" => ["mapping"],
        "array" when node.TryGetProperty("items", out var items) && WordsOf(items).Distinct(StringComparer.Ordinal).ToList() is [var only] => [$"list of {Many(only)}"],
        "array" => ["list"],
        _ => [type],
    };

    private static string Many(string word) => word switch
    {
        "mapping" => "mappings",
        "a field of an entry" => "fields of an entry",
        _ => word,
    };

    private static string NameOf(JsonElement reference) => reference.GetString()!.Split('/')[^1];

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
