namespace Warder.Reports.Templates;

/// <summary>Writes text so that it reads as itself in Markdown, in a cell of a table too: no markup, no HTML, no line break.</summary>
internal sealed class MarkdownEncoder : CharacterEncoder
{
    /// <inheritdoc/>
    protected override string? Instead(int scalar) => scalar switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '\\' => "\\\\",
        '`' => "\\`",
        '*' => "\\*",
        '_' => "\\_",
        '[' => "\\[",
        ']' => "\\]",
        '|' => "\\|",
        '~' => "\\~",
        '#' => "\\#",
        '$' => "\\$",
        '\u2028' or '\u2029' => " ",
        < ' ' or (>= 0x7f and < 0xa0) => " ",
        _ => null,
    };
}
