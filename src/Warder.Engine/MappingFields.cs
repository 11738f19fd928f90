using Warder.Syntax.Yaml;

namespace Warder.Engine;

/// <summary>The entries of a mapping as a YAML reader that follows merge keys sees them.</summary>
internal static class MappingFields
{
    private const int MaxMergeDepth = 8;

    /// <summary>The mapping's own entries in order, then what <c>&lt;&lt;</c> adds; merge keys themselves are left out.</summary>
    public static IReadOnlyList<YamlEntry> Of(YamlMapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            if (IsMerge(entry))
            {
                return Merged(mapping);
            }
        }

        return mapping.Entries;
    }

    /// <summary>The value under a key, aliases resolved and merge keys followed; null where there is none.</summary>
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

    /// <summary>Whether a node is missing: an empty plain scalar, <c>~</c> or <c>null</c>, or an alias that leads nowhere.</summary>
    public static bool IsNull(YamlNode node) => node.Resolve() switch
    {
        null => true,
        YamlScalar { Style: YamlScalarStyle.Plain } scalar => scalar.Value is "" or "~" or "null" or "Null" or "NULL",
        _ => false,
    };

    private static List<YamlEntry> Merged(YamlMapping mapping)
    {
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Add(mapping, entries, seen, 0);
        return entries;
    }

    private static void Add(YamlMapping mapping, List<YamlEntry> entries, HashSet<string> seen, int depth)
    {
        var own = new List<string>();
        foreach (var entry in mapping.Entries)
        {
            if (IsMerge(entry) || (entry.KeyText is { } key && seen.Contains(key)))
            {
                continue;
            }

            entries.Add(entry);
            if (entry.KeyText is { } text)
            {
                own.Add(text);
            }
        }

        seen.UnionWith(own);
        if (depth == MaxMergeDepth)
        {
            return;
        }

        foreach (var entry in mapping.Entries)
        {
            if (!IsMerge(entry))
            {
                continue;
            }

            if (entry.Value.AsMapping() is { } one)
            {
                Add(one, entries, seen, depth + 1);
            }
            else if (entry.Value.AsSequence() is { } several)
            {
                foreach (var item in several.Items)
                {
                    if (item.AsMapping() is { } each)
                    {
                        Add(each, entries, seen, depth + 1);
                    }
                }
            }
        }
    }

    private static bool IsMerge(YamlEntry entry) => entry.Key is YamlScalar { Style: YamlScalarStyle.Plain, Value: "<<" };
}
