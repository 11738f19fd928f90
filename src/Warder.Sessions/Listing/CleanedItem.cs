namespace Warder.Sessions.Listing;

/// <summary>An artifact that was, or would be, removed.</summary>
/// <param name="Artifact">What.</param>
/// <param name="IsArchivedFirst">Whether it is a session that is archived before it goes.</param>
/// <param name="Problem">Why it could not be done; null where it could, or was not tried.</param>
public sealed record CleanedItem(Artifact Artifact, bool IsArchivedFirst, string? Problem);
