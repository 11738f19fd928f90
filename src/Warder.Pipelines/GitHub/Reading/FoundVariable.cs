using Warder.Syntax;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>An environment variable read by an expression; the span is in the scalar's value.</summary>
/// <param name="Name">The variable; null where all are read or the name is computed.</param>
/// <param name="Span">The reference.</param>
/// <param name="Carried">Whether the expression's value holds the variable's.</param>
/// <param name="IsComputed">Whether the name is computed.</param>
/// <param name="Chain">The chain that it is a link of.</param>
/// <param name="ChainPosition">Its position in the chain.</param>
internal readonly record struct FoundVariable(
    string? Name, TextSpan Span, bool Carried, bool IsComputed, FallbackChain? Chain, int ChainPosition);
