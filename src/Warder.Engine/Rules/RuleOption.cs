namespace Warder.Engine.Rules;

/// <summary>A setting of a rule in <c>.warder.yml</c>.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Description">What it does, with its default.</param>
public sealed record RuleOption(string Name, string Description);
