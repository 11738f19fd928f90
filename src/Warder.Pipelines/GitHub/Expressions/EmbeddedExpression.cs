using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>An expression in a text.</summary>
/// <param name="Outer">With its <c>${{ }}</c>; an unclosed one reaches to the end of the text.</param>
/// <param name="Inner">Between the braces.</param>
/// <param name="IsClosed">Whether the closing braces are there.</param>
public readonly record struct EmbeddedExpression(TextSpan Outer, TextSpan Inner, bool IsClosed)
{
    internal const string Opening = "${{";
    private const int ClosingLength = 2;

    /// <summary>Finds each <c>${{ }}</c> of a text as GitHub's template reader does (a string literal may hold braces).</summary>
    public static IReadOnlyList<EmbeddedExpression> FindAll(string text)
    {
        var start = text.IndexOf(Opening, StringComparison.Ordinal);
        if (start < 0)
        {
            return [];
        }

        var found = new List<EmbeddedExpression>(1);
        while (start >= 0)
        {
            var inner = start + Opening.Length;
            var end = FindEnd(text, inner);
            if (end < 0)
            {
                // GitHub stops at the first one that is not closed, so whatever follows is part of it.
                found.Add(new EmbeddedExpression(
                    TextSpan.FromBounds(start, text.Length), TextSpan.FromBounds(inner, text.Length), IsClosed: false));
                break;
            }

            found.Add(new EmbeddedExpression(
                TextSpan.FromBounds(start, end), TextSpan.FromBounds(inner, end - ClosingLength), IsClosed: true));
            start = text.IndexOf(Opening, end, StringComparison.Ordinal);
        }

        return found;
    }

    private static int FindEnd(string text, int at)
    {
        while (true)
        {
            var next = text.AsSpan(at).IndexOfAny('\'', '}');
            if (next < 0)
            {
                return -1;
            }

            at += next + 1;
            if (text[at - 1] == '}')
            {
                if (at < text.Length && text[at] == '}')
                {
                    return at + 1;
                }

                continue;
            }

            // An escaped quote closes the literal and opens it again at once, so it needs no case of its own.
            var quote = text.AsSpan(at).IndexOf('\'');
            if (quote < 0)
            {
                return -1;
            }

            at += quote + 1;
        }
    }
}
