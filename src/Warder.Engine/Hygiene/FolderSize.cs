using System.IO.Enumeration;

namespace Warder.Engine.Hygiene;

/// <summary>What is in a folder; links count as themselves and are not followed.</summary>
/// <param name="Files">How many files and links.</param>
/// <param name="Bytes">How many bytes the files have together.</param>
/// <param name="HasRepository">Whether another repository lies in it.</param>
/// <param name="Unreadable">How many folders in it could not be listed; their files are not counted.</param>
public readonly record struct FolderSize(long Files, long Bytes, bool HasRepository, int Unreadable)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, RecurseSubdirectories = false };

    /// <summary>Counts a folder with all that is below it.</summary>
    /// <param name="folder">Where it lies on disk; no link.</param>
    public static FolderSize Of(string folder)
    {
        var (files, bytes, hasRepository, unreadable) = (0L, 0L, false, 0);
        var pending = new Stack<string>();
        pending.Push(folder);
        while (pending.TryPop(out var at))
        {
            try
            {
                var entries = new FileSystemEnumerable<(string? Folder, long Length, bool IsMark)>(at, Look, Everything);
                foreach (var (inner, length, isMark) in entries)
                {
                    hasRepository |= isMark;
                    if (inner is null)
                    {
                        files++;
                        bytes += length;
                    }
                    else
                    {
                        // Joined here: what is too long for the system comes out of the entry as nothing.
                        pending.Push(Path.Join(at, inner));
                    }
                }
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                unreadable++;
            }
        }

        return new FolderSize(files, bytes, hasRepository, unreadable);
    }

    private static (string? Folder, long Length, bool IsMark) Look(ref FileSystemEntry entry)
    {
        var isMark = entry.FileName is ".git";
        if ((entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None)
        {
            return (null, 0, isMark);
        }

        return entry.IsDirectory ? (entry.FileName.ToString(), 0, isMark) : (null, entry.Length, isMark);
    }
}
