using Warder.Syntax;

namespace Warder.Engine.Registry;

/// <summary>A field of an entry.</summary>
/// <param name="Text">Its value.</param>
/// <param name="Span">Where the value is written.</param>
/// <param name="KeySpan">Where the key is written.</param>
public sealed record RegistryField(string Text, TextSpan Span, TextSpan KeySpan);
