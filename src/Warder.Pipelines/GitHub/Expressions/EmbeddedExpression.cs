using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>An expression in a text.</summary>
/// <param name="Outer">With its <c>${{ }}</c>.</param>
/// <param name="Inner">Between the braces.</param>
/// <param name="IsClosed">Whether the closing braces are there.</param>
public readonly record struct EmbeddedExpression(TextSpan Outer, TextSpan Inner, bool IsClosed)
{
    /// <summary>Finds each <c>${{ }}</c> of a text as GitHub's template reader does (a string literal may hold braces).</summary>
    public static IReadOnlyList<EmbeddedExpression> FindAll(string text) => throw new NotSupportedException("pending");
}
