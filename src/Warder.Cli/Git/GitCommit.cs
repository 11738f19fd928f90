namespace Warder.Cli.Git;

/// <summary>A commit and what it changed against its first parent.</summary>
/// <param name="Id">Git's name of it.</param>
/// <param name="Parent">Its first parent; null where it has none here.</param>
/// <param name="Time">When it was committed.</param>
/// <param name="Changes">Path and content of each file that is another now; the content is null where the file went.</param>
internal sealed record GitCommit(string Id, string? Parent, DateTimeOffset Time, IReadOnlyList<(string Path, string? Content)> Changes);
