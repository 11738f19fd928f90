using Warder.Syntax.Yaml;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Reads mappings with merge keys followed.</summary>
internal static class MappingEntries
{
    private const int MostMerges = 64;

    /// <summary>The entries in force: the mapping's own, then what its merge keys add.</summary>
    public static IReadOnlyList<YamlEntry> Of(YamlMapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            if (IsMerge(entry))
            {
                var merged = new List<YamlEntry>();
                Collect(mapping, merged, new HashSet<string>(StringComparer.Ordinal), depth: 0);
                return merged;
            }
        }

        return mapping.Entries;
    }

    /// <summary>The entry in force under a key.</summary>
    public static YamlEntry? Find(YamlMapping mapping, string key)
    {
        foreach (var entry in Of(mapping))
        {
            if (string.Equals(entry.KeyText, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Whether an entry is a merge key.</summary>
    public static bool IsMerge(YamlEntry entry) =>
        entry.Key is YamlScalar { Style: YamlScalarStyle.Plain, Value: "<<" };

    private static void Collect(YamlMapping mapping, List<YamlEntry> into, HashSet<string> seen, int depth)
    {
        if (depth > MostMerges)
        {
            return;
        }

        foreach (var entry in mapping.Entries)
        {
            if (!IsMerge(entry) && (entry.KeyText is not { } key || seen.Add(key)))
            {
                into.Add(entry);
            }
        }

        foreach (var entry in mapping.Entries)
        {
            if (!IsMerge(entry))
            {
                continue;
            }

            switch (entry.Value.Resolve())
            {
                case YamlMapping one:
                    Collect(one, into, seen, depth + 1);
                    break;
                case YamlSequence several:
                    foreach (var item in several.Items)
                    {
                        if (item.AsMapping() is { } part)
                        {
                            Collect(part, into, seen, depth + 1);
                        }
                    }

                    break;
            }
        }
    }
}
