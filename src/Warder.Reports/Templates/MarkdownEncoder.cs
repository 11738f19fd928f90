using Warder.Reports.Text;

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
        <= char.MaxValue => PlainText.Substitute((char)scalar),
        _ => null,
    };
}
