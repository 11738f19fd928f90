namespace Warder.Syntax.Yaml;

/// <summary>A key and its value.</summary>
public sealed class YamlEntry
{
    internal YamlEntry(YamlNode key, YamlNode value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The key.</summary>
    public YamlNode Key { get; }

    /// <summary>The value; aliases are not resolved.</summary>
    public YamlNode Value { get; }

    /// <summary>The key's text, or null where the key is not a scalar.</summary>
    public string? KeyText => (Key as YamlScalar)?.Value;

    /// <summary>From the start of the key to the end of the value.</summary>
    public TextSpan Span => TextSpan.FromBounds(Key.Span.Start, Math.Max(Key.Span.End, Value.Span.End));
}
