namespace Warder.Syntax;

/// <summary>A decoded text with the path it came from; offsets and spans of everything refer to it.</summary>
public sealed class SourceText
{
    private LineMap? _lines;

    /// <summary>Wraps a text.</summary>
    /// <param name="path">Path relative to the repository, with <c>/</c> on every system.</param>
    /// <param name="text">The text, without a byte order mark.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>Path relative to the repository, with <c>/</c> on every system.</summary>
    public string Path { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The line starts, read when first asked for.</summary>
    public LineMap Lines => _lines ??= new LineMap(Text);

    /// <summary>The text of a range.</summary>
    public string GetText(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The place of an offset.</summary>
    public LinePosition GetPosition(int offset) => Lines.GetPosition(offset);
}
