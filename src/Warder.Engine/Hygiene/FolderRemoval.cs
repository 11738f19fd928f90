using System.IO.Enumeration;

namespace Warder.Engine.Hygiene;

/// <summary>What came of removing a folder.</summary>
/// <param name="Removed">How many files, links and folders are gone.</param>
/// <param name="Left">How many could not be removed.</param>
/// <param name="FirstProblem">Why the first of them could not.</param>
public readonly record struct FolderRemoval(long Removed, long Left, string? FirstProblem)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Removes a folder with all that is in it and goes on where something cannot be removed. A link is removed, what it leads to stays.</summary>
    public static FolderRemoval Of(string folder)
    {
        var (removed, left, problem) = (0L, 0L, (string?)null);
        var folders = new List<string>();
        var pending = new Stack<string>();
        pending.Push(folder);
        while (pending.TryPop(out var at))
        {
            folders.Add(at);
            Try(at, () =>
            {
                foreach (var (name, isFolder) in List(at))
                {
                    var path = Path.Join(at, name);
                    if (isFolder)
                    {
                        pending.Push(path);
                    }
                    else if (Try(path, () => File.Delete(path)))
                    {
                        removed++;
                    }
                }
            });
        }

        // What was found later lies deeper, so the way back empties each folder before its own turn.
        for (var i = folders.Count - 1; i >= 0; i--)
        {
            var at = folders[i];
            removed += Try(at, () => Directory.Delete(at, recursive: false)) ? 1 : 0;
        }

        return new FolderRemoval(removed, left, problem);

        bool Try(string path, Action work)
        {
            try
            {
                work();
                return true;
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                left++;
                problem ??= wrong.Message;
                return false;
            }
        }
    }

    private static FileSystemEnumerable<(string Name, bool IsFolder)> List(string folder) => new(
        folder,
        (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory && (entry.Attributes & FileAttributes.ReparsePoint) == FileAttributes.None),
        Everything);
}
