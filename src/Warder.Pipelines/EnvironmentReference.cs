using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>The deployment environment that a job names.</summary>
/// <param name="Name">The name as written; an expression where it is computed.</param>
/// <param name="IsLiteral">Whether it holds no expression.</param>
/// <param name="Span">Where the name is written.</param>
public sealed record EnvironmentReference(string Name, bool IsLiteral, TextSpan Span);
