using Warder.Syntax;
using Warder.Syntax.Yaml;

namespace Warder.Pipelines.Scripts.Files;

/// <summary>A compose file's ways to the environment: <c>${X}</c> in values, variables passed through by name, secrets from variables.</summary>
internal static class ComposeReads
{
    private const int MaxDepth = 64;

    public static void Find(ReadCollector collector)
    {
        foreach (var root in YamlParser.Parse(collector.Source).Documents)
        {
            Visit(collector, root, key: null, parentKey: null, depth: 0);
        }
    }

    // Aliases are not followed: what they name is read where it is written.
    private static void Visit(ReadCollector collector, YamlNode? node, string? key, string? parentKey, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Visit(collector, entry.Value, entry.KeyText, key, depth + 1);
                    if (key is "environment" or "args" && entry.Key is YamlScalar name && IsEmpty(entry.Value) && VariableSyntax.IsName(name.Value))
                    {
                        collector.Add(name.Value, name.Span);
                    }
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (key is "environment" or "args" && item is YamlScalar scalar && VariableSyntax.IsName(scalar.Value))
                    {
                        collector.Add(scalar.Value, scalar.Span);
                    }
                    else
                    {
                        Visit(collector, item, key, parentKey, depth + 1);
                    }
                }

                break;
            case YamlScalar scalar when key == "environment" && depth == 3 && VariableSyntax.IsName(scalar.Value):
                collector.Add(scalar.Value, scalar.Span);
                break;
            case YamlScalar scalar:
                FindReferences(collector, scalar);
                break;
        }
    }

    private static bool IsEmpty(YamlNode node) => node is YamlScalar { Value.Length: 0, Style: YamlScalarStyle.Plain };

    private static void FindReferences(ReadCollector collector, YamlScalar scalar)
    {
        if (!scalar.Value.Contains('$', StringComparison.Ordinal))
        {
            return;
        }

        // Plain and quoted scalars hold references as they are written; only comments had to be kept out.
        var at = scalar.Span.Start;
        while (at < scalar.Span.End)
        {
            at = collector.Text[at] == '$' ? DollarReference.Read(collector, at, scalar.Span.End) : at + 1;
        }
    }
}
