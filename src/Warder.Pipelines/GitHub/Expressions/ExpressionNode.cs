using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>A part of an expression; spans are offsets in the text that holds the expression.</summary>
public abstract record ExpressionNode(TextSpan Span)
{
    /// <summary>A literal: <see cref="string"/>, <see cref="double"/>, <see cref="bool"/> or null.</summary>
    public sealed record Literal(object? Value, TextSpan Span) : ExpressionNode(Span);

    /// <summary>A context by its name: <c>secrets</c>.</summary>
    public sealed record Context(string Name, TextSpan Span) : ExpressionNode(Span);

    /// <summary>A property or item: <c>a.b</c>, <c>a['b']</c>, <c>a[0]</c>, <c>a.*</c> (a null index).</summary>
    public sealed record Access(ExpressionNode Target, ExpressionNode? Index, TextSpan Span) : ExpressionNode(Span)
    {
        /// <summary>The property's name where it is written, in either form.</summary>
        public string? Property => (Index as Literal)?.Value as string;
    }

    /// <summary>A function call.</summary>
    public sealed record Call(string Name, TextSpan NameSpan, IReadOnlyList<ExpressionNode> Arguments, TextSpan Span) : ExpressionNode(Span);

    /// <summary>A negation.</summary>
    public sealed record Not(ExpressionNode Operand, TextSpan Span) : ExpressionNode(Span);

    /// <summary>An operator with two sides: <c>||</c>, <c>&amp;&amp;</c>, <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</summary>
    public sealed record Binary(string Operator, ExpressionNode Left, ExpressionNode Right, TextSpan Span) : ExpressionNode(Span);
}
