using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>What came of reading an expression.</summary>
/// <param name="Root">The expression; null where it is not one.</param>
/// <param name="Problem">Why it is not one.</param>
/// <param name="ProblemSpan">Where it is not one.</param>
public readonly record struct ExpressionResult(ExpressionNode? Root, string? Problem, TextSpan ProblemSpan);
