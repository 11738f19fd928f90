namespace Warder.Engine.Hygiene;

/// <summary>An artifact and what came of cleaning it.</summary>
/// <param name="Artifact">The artifact.</param>
/// <param name="IsDone">Whether it was deleted or moved.</param>
/// <param name="Problem">Why it could not be; null where it was, or nobody tried.</param>
public sealed record CleanedArtifact(RootArtifact Artifact, bool IsDone, string? Problem);
