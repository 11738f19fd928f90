namespace Warder.Syntax.Markdown;

/// <summary>A piece of a block on one line, without list, quote and code marks.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its range.</param>
public readonly record struct MarkdownPiece(MarkdownPieceKind Kind, TextSpan Span);
