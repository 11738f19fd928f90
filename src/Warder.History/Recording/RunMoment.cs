namespace Warder.History.Recording;

/// <summary>When, on what and by whom a run was made.</summary>
/// <param name="Key">A name that no other run has.</param>
/// <param name="Origin">What made it.</param>
/// <param name="Commit">The commit; null where there is none.</param>
/// <param name="IsDirty">Whether files differed from the commit.</param>
/// <param name="Time">When it began; of a commit its time.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Version">The version of Warder.</param>
public sealed record RunMoment(string Key, RunOrigin Origin, string? Commit, bool IsDirty, DateTimeOffset Time, TimeSpan Duration, string Version);
