using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>Alternatives of which the first that is not empty wins: <c>secrets.A || secrets.B</c>.</summary>
/// <param name="Links">The alternatives in order.</param>
/// <param name="Span">From the first to the last.</param>
public sealed record FallbackChain(IReadOnlyList<ChainLink> Links, TextSpan Span);
