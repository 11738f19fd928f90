namespace Warder.Engine.Facts;

/// <summary>The inputs by which an action logs in to a registry.</summary>
/// <param name="Registry">The input that names the registry.</param>
/// <param name="Password">The input that takes the credential.</param>
public sealed record ActionLogin(string Registry, string Password);
