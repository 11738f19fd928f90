namespace Warder.Engine.Rules;

/// <summary>The same idea in another tool.</summary>
/// <param name="Tool">The tool: <c>zizmor</c>.</param>
/// <param name="Name">Its name there.</param>
public sealed record RuleAlias(string Tool, string Name);
