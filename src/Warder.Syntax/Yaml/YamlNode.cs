namespace Warder.Syntax.Yaml;

/// <summary>A node of a YAML document with its exact place in the text.</summary>
public abstract class YamlNode
{
    private protected YamlNode(TextSpan span, string? anchor, string? tag)
    {
        Span = span;
        Anchor = anchor;
        Tag = tag;
    }

    /// <summary>The value's range: without anchor and tag; a collection ends at its last child (a flow one at its bracket).</summary>
    public TextSpan Span { get; }

    /// <summary>The anchor's name, without <c>&amp;</c>.</summary>
    public string? Anchor { get; }

    /// <summary>The tag as written.</summary>
    public string? Tag { get; }

    /// <summary>This node, or what the alias stands for; null for an alias that leads nowhere or to itself.</summary>
    public virtual YamlNode? Resolve() => this;

    /// <summary>The scalar that this node is or stands for.</summary>
    public YamlScalar? AsScalar() => Resolve() as YamlScalar;

    /// <summary>The mapping that this node is or stands for.</summary>
    public YamlMapping? AsMapping() => Resolve() as YamlMapping;

    /// <summary>The sequence that this node is or stands for.</summary>
    public YamlSequence? AsSequence() => Resolve() as YamlSequence;
}
