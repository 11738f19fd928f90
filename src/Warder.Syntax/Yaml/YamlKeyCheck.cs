namespace Warder.Syntax.Yaml;

/// <summary>Finds keys that stand twice in one mapping, exactly or but for their case.</summary>
internal sealed class YamlKeyCheck(YamlProblemList problems)
{
    // Up to here comparing each with each is faster than hashing.
    private const int FewKeys = 12;

    private HashSet<string>? _exact;
    private Dictionary<string, string>? _similar;

    public void Check(YamlEntry[] entries)
    {
        if (entries.Length > FewKeys)
        {
            CheckMany(entries);
            return;
        }

        for (var i = 1; i < entries.Length; i++)
        {
            if (entries[i].KeyText is not { } key)
            {
                continue;
            }

            string? similar = null;
            for (var j = 0; j < i; j++)
            {
                if (entries[j].KeyText is { } other && other.Length == key.Length
                    && string.Equals(other, key, StringComparison.OrdinalIgnoreCase))
                {
                    similar = other;
                    if (string.Equals(other, key, StringComparison.Ordinal))
                    {
                        break;
                    }
                }
            }

            if (similar is not null)
            {
                Report(entries[i].Key, key, similar);
            }
        }
    }

    private void CheckMany(YamlEntry[] entries)
    {
        _exact ??= new(StringComparer.Ordinal);
        _similar ??= new(StringComparer.OrdinalIgnoreCase);
        _exact.Clear();
        _similar.Clear();
        foreach (var entry in entries)
        {
            if (entry.KeyText is not { } key)
            {
                continue;
            }

            if (!_exact.Add(key))
            {
                Report(entry.Key, key, key);
            }
            else if (!_similar.TryAdd(key, key))
            {
                Report(entry.Key, key, _similar[key]);
            }
        }
    }

    private void Report(YamlNode node, string key, string other)
    {
        if (string.Equals(key, other, StringComparison.Ordinal))
        {
            problems.Add(YamlProblemKind.DuplicateKey, $"The key {YamlProblemList.Quote(key)} stands twice in this mapping.", node.Span);
        }
        else
        {
            problems.Add(YamlProblemKind.SimilarKey, $"The keys {YamlProblemList.Quote(other)} and {YamlProblemList.Quote(key)} differ only in case.", node.Span);
        }
    }
}
