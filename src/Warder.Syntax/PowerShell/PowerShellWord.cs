namespace Warder.Syntax.PowerShell;

/// <summary>A word of a statement as written.</summary>
/// <param name="Span">Its range, quotes included.</param>
/// <param name="Text">The word as written.</param>
/// <param name="Literal">The value without quotes; null where something in it is replaced.</param>
public sealed record PowerShellWord(TextSpan Span, string Text, string? Literal);
