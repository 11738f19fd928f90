namespace Warder.Engine.Exposure.Flow;

/// <summary>A folder of the workspace that holds some code, and the folders in it that hold other code.</summary>
/// <param name="Folder">The folder; empty for the root.</param>
/// <param name="Others">Folders of other checkouts.</param>
internal sealed record TreePlace(string Folder, IReadOnlyList<string> Others)
{
    /// <summary>Whether a path lies in it; one that is not known (null) may.</summary>
    public bool Holds(string? path) =>
        path is null || (IsWithin(path, Folder) && !Others.Any(o => IsWithin(o, Folder) && o.Length > Folder.Length && IsWithin(path, o)));

    /// <summary>A path seen from a folder, without <c>.</c> and what <c>..</c> takes back; null where the folder is not known or the path is computed or absolute.</summary>
    public static string? Join(string? folder, string? path)
    {
        if (folder is null || path is null || path.StartsWith('/') || path.StartsWith('~') || path.Contains('$', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var part in $"{folder}/{path}".Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part.Length > 0 && part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static bool IsWithin(string path, string folder) =>
        folder.Length == 0 ? !path.StartsWith("..", StringComparison.Ordinal)
        : path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
}
