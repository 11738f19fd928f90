using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads what a callable pipeline takes.</summary>
internal static class DeclarationReader
{
    public static IReadOnlyList<DeclaredInput> ReadInputs(YamlNode? node)
    {
        if (node?.AsMapping() is not { } mapping)
        {
            return [];
        }

        var inputs = new List<DeclaredInput>(mapping.Entries.Count);
        foreach (var entry in MappingEntries.Of(mapping))
        {
            if (entry.KeyText is { } name)
            {
                var input = entry.Value.AsMapping();
                var fallback = input?.GetText("default");
                inputs.Add(new DeclaredInput(name, EntryReader.IsTrue(input?.Get("required")), fallback, IsDefaultToken(fallback), entry.Key.Span) { Type = input?.GetText("type") });
            }
        }

        return inputs;
    }

    public static IReadOnlyList<DeclaredSecret>? ReadSecrets(YamlNode? node)
    {
        if (node?.AsMapping() is not { } mapping)
        {
            return null;
        }

        var secrets = new List<DeclaredSecret>(mapping.Entries.Count);
        foreach (var entry in MappingEntries.Of(mapping))
        {
            if (entry.KeyText is { } name)
            {
                secrets.Add(new DeclaredSecret(name, EntryReader.IsTrue(entry.Value.AsMapping()?.Get("required")), entry.Key.Span));
            }
        }

        return secrets;
    }

    private static bool IsDefaultToken(string? text)
    {
        var inner = text.AsSpan().Trim();
        if (!inner.StartsWith("${{", StringComparison.Ordinal) || !inner.EndsWith("}}", StringComparison.Ordinal))
        {
            return false;
        }

        inner = inner[3..^2].Trim();
        return inner.Equals("github.token", StringComparison.OrdinalIgnoreCase)
            || inner.Equals("github['token']", StringComparison.OrdinalIgnoreCase)
            || inner.Equals("secrets.GITHUB_TOKEN", StringComparison.OrdinalIgnoreCase);
    }
}
