namespace Warder.Syntax.Yaml;

/// <summary>Keys and values in the order written.</summary>
public sealed class YamlMapping : YamlNode
{
    private readonly YamlEntry[] _entries;

    internal YamlMapping(TextSpan span, string? anchor, string? tag, YamlEntry[] entries, bool isFlow)
        : base(span, anchor, tag)
    {
        _entries = entries;
        IsFlow = isFlow;
    }

    /// <summary>The entries in order, duplicates and merge keys included.</summary>
    public IReadOnlyList<YamlEntry> Entries => _entries;

    /// <summary>Whether it is written in braces, or is a single pair directly in brackets.</summary>
    public bool IsFlow { get; }

    /// <summary>The first entry with this key, compared ordinally; merge keys are not followed.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in _entries)
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
