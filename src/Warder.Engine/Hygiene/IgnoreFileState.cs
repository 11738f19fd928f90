namespace Warder.Engine.Hygiene;

/// <summary>How one ignore file stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Exists">Whether it is there.</param>
/// <param name="IsKnown">Whether it could be asked; else nothing is known of its patterns, and a diagnostic says why.</param>
/// <param name="Missing">The patterns that it does not keep out, in the order of the policy.</param>
public sealed record IgnoreFileState(IgnoreFile File, bool Exists, bool IsKnown, IReadOnlyList<MissingPattern> Missing);
