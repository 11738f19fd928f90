namespace Warder.Syntax;

/// <summary>One replacement in a text.</summary>
/// <param name="Span">The range that goes; empty for an insertion.</param>
/// <param name="Replacement">The text that comes; empty for a removal.</param>
public readonly record struct TextEdit(TextSpan Span, string Replacement);
