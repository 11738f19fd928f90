namespace Warder.Syntax.Markdown;

/// <summary>Reads the blocks of Markdown texts; any text gives a result, in linear time.</summary>
public static class MarkdownParser
{
    /// <summary>Reads a text.</summary>
    public static MarkdownDocument Parse(SourceText source) => new MarkdownReader(source).Read();

    /// <summary>Reads a text that has no path.</summary>
    public static MarkdownDocument Parse(string text) => Parse(new SourceText("", text));
}
