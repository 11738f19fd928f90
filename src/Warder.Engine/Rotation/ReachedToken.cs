namespace Warder.Engine.Rotation;

/// <summary>A token within reach of a breached place.</summary>
/// <param name="Name">The token.</param>
/// <param name="Places">How it was reached: <c>.github/workflows/release.yml: job publish</c>, sorted.</param>
/// <param name="IsRegistered">Whether the registry declares it.</param>
public sealed record ReachedToken(string Name, IReadOnlyList<string> Places, bool IsRegistered);
