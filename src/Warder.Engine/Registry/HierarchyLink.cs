using Warder.Syntax;

namespace Warder.Engine.Registry;

/// <summary>A line of the registry's <c>hierarchy</c>: a role in a group and the token that plays it.</summary>
/// <param name="Group">The group's key.</param>
/// <param name="Role">The role's key.</param>
/// <param name="Token">The token as written.</param>
/// <param name="Span">Where the token is written.</param>
public sealed record HierarchyLink(string Group, string Role, string Token, TextSpan Span);
