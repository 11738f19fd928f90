namespace Warder.Engine.Activity;

/// <summary>What a commit did to one file.</summary>
/// <param name="Path">The file's name after it.</param>
/// <param name="Before">Its name before, where the commit renamed it; null where it kept its name.</param>
/// <param name="Added">Lines added; null for a binary file, of which git counts none.</param>
/// <param name="Deleted">Lines deleted; null for a binary file.</param>
public sealed record FileChange(string Path, string? Before, int? Added, int? Deleted)
{
    /// <summary>Whether git takes the file for a binary one.</summary>
    public bool IsBinary => Added is null;
}
