namespace Warder.Syntax.Yaml;

/// <summary>Keys and values in the order written.</summary>
public sealed class YamlMapping : YamlNode
{
    internal YamlMapping(TextSpan span, string? anchor, string? tag, IReadOnlyList<YamlEntry> entries, bool isFlow)
        : base(span, anchor, tag)
    {
        Entries = entries;
        IsFlow = isFlow;
    }

    /// <summary>The entries in order, duplicates and merge keys included.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; }

    /// <summary>Whether it is written in braces.</summary>
    public bool IsFlow { get; }

    /// <summary>The first entry with this key, compared ordinally; merge keys are not followed.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.KeyText, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The value of the first entry with this key, aliases resolved.</summary>
    public YamlNode? Get(string key) => Find(key)?.Value.Resolve();

    /// <summary>The text of the scalar under this key.</summary>
    public string? GetText(string key) => (Get(key) as YamlScalar)?.Value;
}
