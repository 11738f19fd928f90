using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>A secret that a callable pipeline takes from its caller.</summary>
/// <param name="Name">Its name as written; the platform compares without case.</param>
/// <param name="Required">Whether the caller must give it.</param>
/// <param name="Span">Where the name is written.</param>
public sealed record DeclaredSecret(string Name, bool Required, TextSpan Span);
