using System.Text.Json;

namespace Warder.Testing;

/// <summary>
/// Checks a document against a JSON Schema (draft 2020-12) made of the keywords that Warder's own schemas use; a keyword that it
/// does not know is an error, so that no check passes by being skipped.
/// </summary>
public sealed class SchemaCheck
{
    private const int MaxProblems = 20;
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal) { "$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default", "format" };
    private readonly JsonElement _root;
    private readonly List<string> _problems = [];

    private SchemaCheck(JsonElement root) => _root = root;

    /// <summary>What is wrong with a document; empty where it fits.</summary>
    public static IReadOnlyList<string> Problems(string schema, string document)
    {
        using var schemaDocument = JsonDocument.Parse(schema);
        using var instance = JsonDocument.Parse(document);
        var check = new SchemaCheck(schemaDocument.RootElement);
        check.Check(schemaDocument.RootElement, instance.RootElement, "$");
        return check._problems;
    }

    private void Check(JsonElement schema, JsonElement value, string path)
    {
        if (_problems.Count >= MaxProblems || schema.ValueKind == JsonValueKind.True)
        {
            return;
        }

        if (schema.ValueKind == JsonValueKind.False)
        {
            _problems.Add($"{path}: nothing may stand here");
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Annotations.Contains(keyword.Name))
            {
                CheckKeyword(schema, keyword, value, path);
            }
        }
    }

    private void CheckKeyword(JsonElement schema, JsonProperty keyword, JsonElement value, string path)
    {
        switch (keyword.Name)
        {
            case "$ref":
                Check(Resolve(keyword.Value.GetString()!), value, path);
                break;
            case "type":
                Require(IsOfType(keyword.Value, value), path, $"is {value.ValueKind}, not {keyword.Value.GetRawText()}");
                break;
            case "enum":
                Require(keyword.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)), path, $"{value.GetRawText()} is not one of {keyword.Value.GetRawText()}");
                break;
            case "const":
                Require(JsonElement.DeepEquals(keyword.Value, value), path, $"is not {keyword.Value.GetRawText()}");
                break;
            case "minimum":
                Require(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(), path, "is too small");
                break;
            case "minLength":
                Require(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32(), path, "is too short");
                break;
            case "required":
                CheckRequired(keyword.Value, value, path);
                break;
            case "properties" or "additionalProperties":
                CheckProperties(schema, keyword, value, path);
                break;
            case "items":
                CheckItems(keyword.Value, value, path);
                break;
            case "oneOf" or "anyOf":
                CheckAnyOf(keyword.Value, value, path);
                break;
            default:
                throw new NotSupportedException($"SchemaCheck does not know the keyword '{keyword.Name}'.");
        }
    }

    private void CheckRequired(JsonElement names, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in names.EnumerateArray())
            {
                Require(value.TryGetProperty(name.GetString()!, out _), path, $"has no '{name.GetString()}'");
            }
        }
    }

    private void CheckProperties(JsonElement schema, JsonProperty keyword, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var declared = schema.TryGetProperty("properties", out var properties) ? properties : default;
        foreach (var property in value.EnumerateObject())
        {
            var at = $"{path}.{property.Name}";
            var isDeclared = declared.ValueKind == JsonValueKind.Object && declared.TryGetProperty(property.Name, out _);
            if (keyword.NameEquals("properties") && isDeclared)
            {
                Check(declared.GetProperty(property.Name), property.Value, at);
            }
            else if (keyword.NameEquals("additionalProperties") && !isDeclared)
            {
                Check(keyword.Value, property.Value, at);
            }
        }
    }

    private void CheckItems(JsonElement schema, JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(schema, item, $"{path}[{index++}]");
            }
        }
    }

    private void CheckAnyOf(JsonElement schemas, JsonElement value, string path)
    {
        foreach (var schema in schemas.EnumerateArray())
        {
            var check = new SchemaCheck(_root);
            check.Check(schema, value, path);
            if (check._problems.Count == 0)
            {
                return;
            }
        }

        _problems.Add($"{path}: fits none of the alternatives");
    }

    private JsonElement Resolve(string reference)
    {
        var at = _root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at.GetProperty(part);
        }

        return at;
    }

    private void Require(bool holds, string path, string problem)
    {
        if (!holds)
        {
            _problems.Add($"{path}: {problem}");
        }
    }

    private static bool IsOfType(JsonElement types, JsonElement value) =>
        types.ValueKind == JsonValueKind.Array
            ? types.EnumerateArray().Any(t => IsOfType(t.GetString()!, value))
            : IsOfType(types.GetString()!, value);

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"SchemaCheck does not know the type '{type}'."),
    };
}
