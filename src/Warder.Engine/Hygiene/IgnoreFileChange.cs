namespace Warder.Engine.Hygiene;

/// <summary>What came of mending one ignore file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Added">The patterns that were added, or would be.</param>
/// <param name="Problem">Why it was not written; null where it was, or need not be.</param>
public sealed record IgnoreFileChange(string Path, IReadOnlyList<string> Added, string? Problem);
