namespace Warder.Syntax.Markdown;

/// <summary>A leaf block of a document.</summary>
public sealed class MarkdownBlock
{
    internal MarkdownBlock(MarkdownBlockKind kind, TextSpan span, TextSpan contentSpan, MarkdownBlock? heading)
    {
        Kind = kind;
        Span = span;
        ContentSpan = contentSpan;
        Heading = heading;
    }

    /// <summary>What it is.</summary>
    public MarkdownBlockKind Kind { get; }

    /// <summary>Its whole range, fences and heading marks included.</summary>
    public TextSpan Span { get; }

    /// <summary>The text of a heading or paragraph, or the lines of code between the fences.</summary>
    public TextSpan ContentSpan { get; }

    /// <summary>The nearest heading above it.</summary>
    public MarkdownBlock? Heading { get; }

    /// <summary>A heading's level, 1 to 6; 0 for other blocks.</summary>
    public int Level { get; internal init; }

    /// <summary>What stands behind the opening fence; null for other blocks.</summary>
    public string? Info { get; internal init; }

    /// <summary>The first word of <see cref="Info"/>, which names the language; null where there is none.</summary>
    public string? Language
    {
        get
        {
            if (string.IsNullOrEmpty(Info))
            {
                return null;
            }

            var end = Info.AsSpan().IndexOfAny(" \t,{");
            return end < 0 ? Info : end == 0 ? null : Info[..end];
        }
    }

    /// <summary>Its pieces in order, line by line.</summary>
    public IReadOnlyList<MarkdownPiece> Pieces { get; internal init; } = [];

    /// <summary>Whether it is code.</summary>
    public bool IsCode => Kind is MarkdownBlockKind.FencedCode or MarkdownBlockKind.IndentedCode;
}
