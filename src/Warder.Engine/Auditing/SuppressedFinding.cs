using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>A finding that does not count, and why.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="By">What hides it.</param>
/// <param name="Reason">The reason given; for a baseline none.</param>
public sealed record SuppressedFinding(Finding Finding, SuppressionKind By, string? Reason);
