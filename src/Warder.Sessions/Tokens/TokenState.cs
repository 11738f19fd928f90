using Warder.Engine.Exposure;
using Warder.Engine.Registry;

namespace Warder.Sessions.Tokens;

/// <summary>A token of the registry and what the environment has of it; never its value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">How the registry stands to it.</param>
/// <param name="Roles">Its places in the hierarchy: <c>github_automation.primary</c>.</param>
/// <param name="IsPresent">Whether the environment has a value for it.</param>
/// <param name="Look">What the value looks like; null where it looks like nothing that is known.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record TokenState(string Name, TokenStatus Status, IReadOnlyList<string> Roles, bool IsPresent, TokenLook? Look, IReadOnlyList<TokenProblem> Problems);
