namespace Warder.Cli.Git;

/// <summary>A version of a file in git, under the first path that it was seen at.</summary>
/// <param name="Id">Git's name of the content.</param>
/// <param name="Path">The path.</param>
/// <param name="Commits">The commits that brought it, newest first; empty for what is staged.</param>
internal sealed record GitBlob(string Id, string Path, List<string> Commits);
