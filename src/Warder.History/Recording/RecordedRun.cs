namespace Warder.History.Recording;

/// <summary>A run that is in the history.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Seq">Its place in its track, from 1.</param>
/// <param name="Events">What it changed.</param>
public sealed record RecordedRun(long Id, long Seq, IReadOnlyList<FindingEvent> Events);
