namespace Warder.History.Logs;

/// <summary>Whether a log is whole.</summary>
/// <param name="Lines">How many lines are right, archives included.</param>
/// <param name="Archives">How many archives were read.</param>
/// <param name="First">The number of the first line that is still kept.</param>
/// <param name="Last">The number of the last line that is right.</param>
/// <param name="Hash">The hash of that line: kept elsewhere it proves the log later.</param>
/// <param name="Broken">What is wrong first; null where nothing is.</param>
public sealed record LogVerdict(long Lines, int Archives, long First, long Last, string Hash, LogBreak? Broken);
