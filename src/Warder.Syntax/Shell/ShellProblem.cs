namespace Warder.Syntax.Shell;

/// <summary>Something wrong with a script; the parser went on.</summary>
/// <param name="Kind">What.</param>
/// <param name="Span">The token that began it.</param>
public readonly record struct ShellProblem(ShellProblemKind Kind, TextSpan Span);
