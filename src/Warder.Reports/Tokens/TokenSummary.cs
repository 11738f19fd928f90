using Warder.Engine.Registry;
using Warder.Pipelines;

namespace Warder.Reports.Tokens;

/// <summary>One token of a repository with everything known of it.</summary>
/// <param name="Repository">The repository's name where there are several; null for one.</param>
/// <param name="Token">Which token.</param>
/// <param name="Entry">Its entry in the registry.</param>
/// <param name="Status">How the registry stands to it; null where there is no registry or it is not one named token.</param>
/// <param name="Uses">Its uses by file, line and column.</param>
internal sealed record TokenSummary(string? Repository, TokenReference Token, TokenEntry? Entry, string? Status, IReadOnlyList<TokenUse> Uses);
