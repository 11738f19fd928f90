namespace Warder.Syntax.Yaml;

/// <summary>Something wrong with a YAML text, with its place.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Span">The range it speaks of.</param>
public sealed record YamlProblem(YamlProblemKind Kind, string Message, TextSpan Span);
