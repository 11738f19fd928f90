namespace Warder.Engine.Rotation;

/// <summary>What a maximum lifetime would break: a token whose value would be too old, and who would notice.</summary>
/// <param name="Rotation">The token under that lifetime.</param>
/// <param name="Breaks">The first day on which its value is too old; null where nobody wrote down when it was made.</param>
/// <param name="Owner">Who answers for it; null where the registry does not say.</param>
/// <param name="Workflows">Workflows and actions that use it, sorted.</param>
public sealed record LifetimeBreak(TokenRotation Rotation, DateOnly? Breaks, string? Owner, IReadOnlyList<string> Workflows);
