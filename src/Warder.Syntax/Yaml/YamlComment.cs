namespace Warder.Syntax.Yaml;

/// <summary>A comment from its <c>#</c> to the end of the line.</summary>
/// <param name="Span">The range, <c>#</c> included.</param>
/// <param name="OwnLine">Whether nothing but white space stands before it on its line.</param>
public readonly record struct YamlComment(TextSpan Span, bool OwnLine);
