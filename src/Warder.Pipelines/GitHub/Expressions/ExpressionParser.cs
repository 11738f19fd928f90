using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>Reads the expression language of GitHub Actions.</summary>
public static class ExpressionParser
{
    /// <summary>Reads the expression that stands in a range of a text, without <c>${{ }}</c>.</summary>
    public static ExpressionResult Parse(string text, TextSpan span) => throw new NotSupportedException("pending");
}
