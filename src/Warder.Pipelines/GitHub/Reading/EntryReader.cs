using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads maps of names to values: variables, inputs, secrets and outputs.</summary>
internal static class EntryReader
{
    public static IReadOnlyList<EnvironmentEntry> ReadVariables(YamlNode? node)
    {
        if (node?.AsMapping() is not { Entries.Count: > 0 } mapping)
        {
            return [];
        }

        var entries = MappingEntries.Of(mapping);
        var variables = new List<EnvironmentEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.KeyText is { } name)
            {
                variables.Add(new EnvironmentEntry(name, entry.Value.AsScalar(), entry.Key.Span));
            }
        }

        return variables;
    }

    public static IReadOnlyList<InputEntry> ReadInputs(YamlNode? node)
    {
        if (node?.AsMapping() is not { Entries.Count: > 0 } mapping)
        {
            return [];
        }

        var entries = MappingEntries.Of(mapping);
        var inputs = new List<InputEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.KeyText is { } name)
            {
                inputs.Add(new InputEntry(name, entry.Value.AsScalar(), entry.Key.Span));
            }
        }

        return inputs;
    }

    /// <summary>Reads outputs; those of a callable pipeline hold their value under <c>value</c>.</summary>
    public static IReadOnlyList<OutputEntry> ReadOutputs(YamlNode? node)
    {
        if (node?.AsMapping() is not { Entries.Count: > 0 } mapping)
        {
            return [];
        }

        var outputs = new List<OutputEntry>(mapping.Entries.Count);
        foreach (var entry in MappingEntries.Of(mapping))
        {
            if (entry.KeyText is { } name)
            {
                var value = entry.Value.Resolve();
                outputs.Add(new OutputEntry(name, (value as YamlMapping)?.Get("value")?.AsScalar() ?? value as YamlScalar, entry.Key.Span));
            }
        }

        return outputs;
    }

    /// <summary>The scalars of a list, or the one scalar that stands in its place.</summary>
    public static IReadOnlyList<string> ReadWords(YamlNode? node)
    {
        switch (node?.Resolve())
        {
            case YamlScalar { Value.Length: > 0 } scalar:
                return [scalar.Value];
            case YamlSequence sequence:
                var words = new List<string>(sequence.Items.Count);
                foreach (var item in sequence.Items)
                {
                    if (item.AsScalar() is { } word)
                    {
                        words.Add(word.Value);
                    }
                }

                return words;
            default:
                return [];
        }
    }

    public static bool IsTrue(YamlNode? node) => node?.AsScalar() is { Style: YamlScalarStyle.Plain, Value: "true" or "True" or "TRUE" };
}
