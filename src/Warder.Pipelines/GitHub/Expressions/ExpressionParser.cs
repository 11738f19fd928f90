using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>Reads the expression language of GitHub Actions.</summary>
public static class ExpressionParser
{
    /// <summary>The longest expression that the platform reads.</summary>
    public const int MaxLength = 21_000;

    /// <summary>The deepest tree that the platform accepts.</summary>
    public const int MaxDepth = 50;

    /// <summary>Reads the expression that stands in a range of a text, without <c>${{ }}</c>.</summary>
    public static ExpressionResult Parse(string text, TextSpan span)
    {
        var start = span.Start;
        var end = span.End;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return new ExpressionResult(null, "an expression was expected", span);
        }

        if (end - start > MaxLength)
        {
            return new ExpressionResult(
                null, $"the expression is longer than {MaxLength} characters", TextSpan.FromBounds(start, end));
        }

        var reader = new ExpressionReader(text, start, end);
        var root = reader.Read();
        return new ExpressionResult(root, reader.Problem, reader.ProblemSpan);
    }
}
