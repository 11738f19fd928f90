namespace Warder.Engine.Exposure.Scanning;

/// <summary>How much a scan looked at.</summary>
/// <param name="Contents">Files, or versions of files.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Commits">Commits; 0 for files as they are now.</param>
public sealed record ScanCounts(int Contents, long Bytes, int Commits);
