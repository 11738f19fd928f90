namespace Warder.Engine.Exposure.Scanning;

/// <summary>Something to scan: a file, or a version of one in the history.</summary>
/// <param name="Path">The path, relative to the repository, with <c>/</c>.</param>
/// <param name="Commits">The commits that brought this version, newest first; empty for a file as it is now.</param>
public sealed record ScanSource(string Path, IReadOnlyList<string> Commits)
{
    /// <summary>A file as it is now.</summary>
    public static ScanSource Of(string path) => new(path, []);
}
