namespace Warder.Engine.Activity;

/// <summary>A file that changed, under its newest name.</summary>
/// <param name="Path">The file.</param>
/// <param name="Commits">Commits that changed it.</param>
/// <param name="Authors">Authors who changed it.</param>
/// <param name="Added">Lines added.</param>
/// <param name="Deleted">Lines deleted.</param>
public sealed record HotSpot(string Path, int Commits, int Authors, long Added, long Deleted)
{
    /// <summary>Lines added and deleted.</summary>
    public long Churn => Added + Deleted;
}
