using Warder.Syntax;

namespace Warder.Engine.Hygiene;

/// <summary>A token in an environment file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Span">The name's place.</param>
/// <param name="HasValue">Whether a value stands there; false for nothing, a reference or a placeholder.</param>
public readonly record struct EnvToken(string Name, TextSpan Span, bool HasValue);
