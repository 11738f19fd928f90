using Warder.Reports.Text;

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
        <= char.MaxValue => PlainText.Substitute((char)scalar),
        _ => null,
    };
}
