namespace Warder.Syntax.Markdown;

/// <summary>The YAML between <c>---</c> lines at the start of a document.</summary>
/// <param name="Source">The YAML as a text of its own, which a YAML parser can read.</param>
/// <param name="Span">Where it stands in the document, the lines of dashes not included.</param>
public sealed record MarkdownFrontMatter(SourceText Source, TextSpan Span)
{
    /// <summary>The range in the document of a range in <see cref="Source"/>.</summary>
    public TextSpan ToDocument(TextSpan span) => new(Span.Start + span.Start, span.Length);
}
