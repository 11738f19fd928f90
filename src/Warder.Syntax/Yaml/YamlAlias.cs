namespace Warder.Syntax.Yaml;

/// <summary>A reference to an anchored node.</summary>
public sealed class YamlAlias : YamlNode
{
    internal YamlAlias(TextSpan span, string name, YamlNode? target)
        : base(span, anchor: null, tag: null)
    {
        Name = name;
        Target = target;
    }

    /// <summary>The anchor's name, without <c>*</c>.</summary>
    public string Name { get; }

    /// <summary>The anchored node; null where there is none before the alias or the alias lies inside it.</summary>
    public YamlNode? Target { get; }

    /// <inheritdoc/>
    public override YamlNode? Resolve() => Target;
}
