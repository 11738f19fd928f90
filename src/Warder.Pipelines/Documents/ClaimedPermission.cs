using Warder.Syntax;

namespace Warder.Pipelines.Documents;

/// <summary>A permission that a document claims for an agent.</summary>
/// <param name="Token">The token it is claimed for, in upper case; null where the document names none.</param>
/// <param name="Permission">In the workflow spelling: lower case with <c>-</c>.</param>
/// <param name="Level">The level; null where none is written.</param>
/// <param name="Span">Where it is written.</param>
public sealed record ClaimedPermission(string? Token, string Permission, GrantLevel? Level, TextSpan Span);
