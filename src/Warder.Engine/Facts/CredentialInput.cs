namespace Warder.Engine.Facts;

/// <summary>An input of an action that takes a provider's stored credential.</summary>
/// <param name="Action">The action in lower case.</param>
/// <param name="Input">The input.</param>
public sealed record CredentialInput(string Action, string Input);
