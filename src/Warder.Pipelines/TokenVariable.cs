using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>An environment variable that holds a token while a step runs.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Token">The token; a variable with a chain of tokens is listed once for each.</param>
/// <param name="UseSpan">The span of the use that bound it.</param>
public sealed record TokenVariable(string Name, TokenReference Token, TextSpan UseSpan);
