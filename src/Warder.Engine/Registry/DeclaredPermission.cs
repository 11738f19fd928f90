using Warder.Pipelines;
using Warder.Syntax;

namespace Warder.Engine.Registry;

/// <summary>A permission that the registry declares for a token.</summary>
/// <param name="Name">In the workflow spelling: lower case with <c>-</c>.</param>
/// <param name="Level">The level; null where none is written or the word is unknown.</param>
/// <param name="Text">As written.</param>
/// <param name="Span">Where.</param>
public sealed record DeclaredPermission(string Name, GrantLevel? Level, string Text, TextSpan Span);
