namespace Warder.Reports.Templates;

/// <summary>Writes text so that it reads as itself in HTML, in an attribute in double quotes too.</summary>
internal sealed class HtmlPageEncoder : CharacterEncoder
{
    /// <inheritdoc/>
    protected override string? Instead(int scalar) => scalar switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\u2028' or '\u2029' => " ",
        < ' ' or (>= 0x7f and < 0xa0) => " ",
        _ => null,
    };
}
