namespace Warder.Syntax.Markdown;

/// <summary>What a piece of a block is.</summary>
public enum MarkdownPieceKind
{
    /// <summary>Prose.</summary>
    Text,

    /// <summary>Code: a span in backticks, these not included, or a line of a code block.</summary>
    Code,

    /// <summary>An HTML comment.</summary>
    Comment,
}
