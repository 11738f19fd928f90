using Warder.Syntax;

namespace Warder.Engine.Registry;

/// <summary>A workflow or script that may use a token.</summary>
/// <param name="Text">As written.</param>
/// <param name="Pattern">Normalised: relative to the repository; a bare workflow file name is under <c>.github/workflows</c>.</param>
/// <param name="Span">Where it is written.</param>
public sealed record AuthorizedPath(string Text, PathPattern Pattern, TextSpan Span);
