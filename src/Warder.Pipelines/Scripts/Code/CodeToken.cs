using Warder.Syntax;

namespace Warder.Pipelines.Scripts.Code;

/// <summary>A piece of source code; comments are none.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">The whole, a string's prefix and quotes included.</param>
/// <param name="Content">A string's text between the quotes.</param>
/// <param name="HasHoles">Whether code is put into the string; it follows as tokens of its own.</param>
internal readonly record struct CodeToken(CodeTokenKind Kind, TextSpan Span, TextSpan Content, bool HasHoles);
