namespace Warder.Syntax.Yaml;

/// <summary>A text value.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(TextSpan span, string? anchor, string? tag, string value, YamlScalarStyle style, SourceText source)
        : base(span, anchor, tag)
    {
        Value = value;
        Style = style;
        Source = source;
    }

    /// <summary>The value, unescaped and folded.</summary>
    public string Value { get; }

    /// <summary>How it is written.</summary>
    public YamlScalarStyle Style { get; }

    internal SourceText Source { get; }

    /// <summary>What it means: a quoted or block scalar is always text.</summary>
    public YamlScalarKind Kind => throw new NotSupportedException("pending");

    /// <summary>The offset in the text of the code unit that made the value's code unit at this index.</summary>
    public int ToSourceOffset(int valueIndex) => throw new NotSupportedException("pending");

    /// <summary>The range in the text of a range of the value.</summary>
    public TextSpan ToSourceSpan(TextSpan valueSpan) => throw new NotSupportedException("pending");
}
