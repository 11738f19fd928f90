namespace Warder.Syntax.Yaml;

/// <summary>A text value; the span of a block scalar starts at its indicator and ends before its last line break.</summary>
public sealed class YamlScalar : YamlNode
{
    private YamlScalarMap? _map;

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

    /// <summary>What it means: a quoted or block scalar is text unless its tag says otherwise.</summary>
    public YamlScalarKind Kind => YamlCoreSchema.GetKind(Value, Style, Tag);

    /// <summary>The offset in the text of the code unit, escape or line break that made the value's code unit at this index.</summary>
    /// <param name="valueIndex">An index of the value, or its length for the place where the content ends.</param>
    public int ToSourceOffset(int valueIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(valueIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(valueIndex, Value.Length);
        return IsVerbatim(out var start) ? start + valueIndex : Math.Min(GetMap().GetSource(valueIndex).Start, Span.End);
    }

    /// <summary>The range in the text of a range of the value, held within <see cref="YamlNode.Span"/>.</summary>
    public TextSpan ToSourceSpan(TextSpan valueSpan)
    {
        if (valueSpan.Length < 0 || valueSpan.End > Value.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(valueSpan));
        }

        var start = ToSourceOffset(valueSpan.Start);
        if (valueSpan.Length == 0)
        {
            return new TextSpan(start, 0);
        }

        return IsVerbatim(out _)
            ? new TextSpan(start, valueSpan.Length)
            : TextSpan.FromBounds(start, Math.Min(GetMap().GetSource(valueSpan.End - 1).End, Span.End));
    }

    // Escapes and folds only ever make a value shorter than its text, so equal lengths mean equal places.
    private bool IsVerbatim(out int start)
    {
        switch (Style)
        {
            case YamlScalarStyle.Plain:
                start = Span.Start;
                return Span.Length == Value.Length;
            case YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted:
                start = Span.Start + 1;
                return Span.Length - 2 == Value.Length;
            default:
                start = 0;
                return false;
        }
    }

    private YamlScalarMap GetMap() => _map ??= Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded
        ? YamlScalarMap.ReadBlock(Source.Text, Span.Start, Value, Style == YamlScalarStyle.Folded)
        : YamlScalarMap.ReadFlow(Source.Text, Span, Style, Value.Length);
}
