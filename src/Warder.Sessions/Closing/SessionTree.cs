using System.IO.Enumeration;
using Warder.Sessions.Records;

namespace Warder.Sessions.Closing;

/// <summary>A file, folder or link of a session.</summary>
/// <param name="Full">Where it is.</param>
/// <param name="Path">Its path in the session, with <c>/</c>.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Link">Where it leads; null where it is no link.</param>
internal readonly record struct SessionTree(string Full, string Path, bool IsFolder, string? Link)
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>All of a session in a fixed order, the lock left out; links are not followed.</summary>
    public static IEnumerable<SessionTree> Of(SessionFolder folder)
    {
        var pending = new Stack<string>();
        pending.Push("");
        while (pending.TryPop(out var at))
        {
            var full = System.IO.Path.Join(folder.Full, at);
            Open(full);
            var entries = new FileSystemEnumerable<(string Name, bool IsFolder, bool IsLink)>(
                full,
                (ref FileSystemEntry e) => (e.FileName.ToString(), e.IsDirectory, (e.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None),
                Everything).OrderBy(e => e.Name, StringComparer.Ordinal);
            foreach (var (name, isFolder, isLink) in entries)
            {
                var path = at.Length == 0 ? name : $"{at}/{name}";
                if (path == SessionFolder.LockName)
                {
                    continue;
                }

                var place = System.IO.Path.Join(full, name);
                yield return new SessionTree(place, path, isFolder && !isLink, isLink ? new FileInfo(place).LinkTarget ?? "" : null);
                if (isFolder && !isLink)
                {
                    pending.Push(path);
                }
            }
        }
    }

    /// <summary>Makes a folder of ours readable that a suite has closed.</summary>
    private static void Open(string folder)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(folder) is var mode && (mode & Own) != Own)
        {
            File.SetUnixFileMode(folder, mode | Own);
        }
    }

    /// <summary>Makes a file of ours readable that a suite has closed.</summary>
    public void OpenFile()
    {
        if (!OperatingSystem.IsWindows() && !IsFolder && Link is null && File.GetUnixFileMode(Full) is var mode && (mode & UnixFileMode.UserRead) == UnixFileMode.None)
        {
            File.SetUnixFileMode(Full, mode | UnixFileMode.UserRead);
        }
    }
}
