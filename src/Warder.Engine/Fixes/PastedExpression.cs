using Warder.Pipelines.GitHub.Expressions;
using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>An expression that the platform pastes into a script, and that is nothing but a token or a choice of tokens.</summary>
/// <param name="Span">The range in the script's text, with <c>${{ }}</c>.</param>
/// <param name="Inner">The expression as written, without blanks around it.</param>
/// <param name="Token">The name of its first token.</param>
internal sealed record PastedExpression(TextSpan Span, string Inner, string Token)
{
    /// <summary>The same for spellings of one expression that differ in blanks or case only.</summary>
    public string Key => string.Concat(Inner.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <summary>Reads an expression; null where it is more than tokens and literals that stand in for one another.</summary>
    public static PastedExpression? Of(string script, EmbeddedExpression place, string token)
    {
        var inner = script.Substring(place.Inner.Start, place.Inner.Length).Trim();
        // A line of its own in `env` has no room for line breaks, nor a plain scalar for these.
        return ExpressionParser.Parse(script, place.Inner).Root is { } root && IsPlain(root)
            && inner.AsSpan().IndexOfAny("\r\n\"\\") < 0 && !inner.Contains(": ", StringComparison.Ordinal) && !inner.Contains(" #", StringComparison.Ordinal)
            ? new PastedExpression(place.Outer, inner, token)
            : null;
    }

    private static bool IsPlain(ExpressionNode node) => node switch
    {
        ExpressionNode.Literal => true,
        ExpressionNode.Binary { Operator: "||" } choice => IsPlain(choice.Left) && IsPlain(choice.Right),
        ExpressionNode.Access { Target: ExpressionNode.Context context, Property: { } property } =>
            context.Name.Equals("secrets", StringComparison.OrdinalIgnoreCase)
            || (context.Name.Equals("github", StringComparison.OrdinalIgnoreCase) && property.Equals("token", StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };
}
