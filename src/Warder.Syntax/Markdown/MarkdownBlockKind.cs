namespace Warder.Syntax.Markdown;

/// <summary>What a block is.</summary>
public enum MarkdownBlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading, with <c>#</c> or underlined.</summary>
    Heading,

    /// <summary>Running text directly in a list item.</summary>
    ListItem,

    /// <summary>A line of a table.</summary>
    TableRow,

    /// <summary>Code between fences.</summary>
    FencedCode,

    /// <summary>Code that is indented.</summary>
    IndentedCode,

    /// <summary>An HTML comment that begins a line.</summary>
    Comment,
}
