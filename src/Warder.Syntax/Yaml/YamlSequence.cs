namespace Warder.Syntax.Yaml;

/// <summary>A list of nodes.</summary>
public sealed class YamlSequence : YamlNode
{
    internal YamlSequence(TextSpan span, string? anchor, string? tag, IReadOnlyList<YamlNode> items, bool isFlow)
        : base(span, anchor, tag)
    {
        Items = items;
        IsFlow = isFlow;
    }

    /// <summary>The items in order; aliases are not resolved.</summary>
    public IReadOnlyList<YamlNode> Items { get; }

    /// <summary>Whether it is written in brackets.</summary>
    public bool IsFlow { get; }
}
