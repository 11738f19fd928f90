using System.IO.Enumeration;
using System.Runtime.InteropServices;

namespace Warder.Engine.Auditing;

/// <summary>
/// Lists one folder. The system names the kind of each entry in the list itself, but the class library gives it away only with
/// the attributes, for which it asks of every entry again; on Linux the list is therefore read without it.
/// </summary>
internal static class FolderList
{
    // struct dirent, the same for every C library where addresses have 64 bits.
    private const int TypeOffset = 18;
    private const int NameOffset = 19;
    private const byte FolderType = 4;
    private const byte FileType = 8;
    private const byte LinkType = 10;
    private const byte UnknownType = 0;

    /// <summary>The entries in the order of the folder; throws as the class library does where it cannot be listed.</summary>
    public static List<(string Name, EntryKind Kind)> Of(string folder) => Read(folder) ?? [.. Enumerate(folder)];

    /// <summary>Null where anything is unusual.</summary>
    private static List<(string Name, EntryKind Kind)>? Read(string folder)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return null;
        }

        try
        {
            var stream = OpenFolder(Path.GetFullPath(folder));
            if (stream == 0)
            {
                return null;
            }

            try
            {
                return ReadAll(stream);
            }
            finally
            {
                _ = CloseFolder(stream);
            }
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    private static List<(string Name, EntryKind Kind)>? ReadAll(nint stream)
    {
        var entries = new List<(string Name, EntryKind Kind)>();
        while (ReadFolder(stream) is not 0 and var entry)
        {
            var type = Marshal.ReadByte(entry, TypeOffset);
            if (type == UnknownType)
            {
                return null;
            }

            var name = Marshal.PtrToStringUTF8(entry + NameOffset)!;
            if (name is not ("." or ".."))
            {
                entries.Add((name, KindOf(type)));
            }
        }

        return Marshal.GetLastPInvokeError() == 0 ? entries : null;
    }

    private static EntryKind KindOf(byte type) => type switch
    {
        FolderType => EntryKind.Folder,
        FileType => EntryKind.File,
        LinkType => EntryKind.Link,
        _ => EntryKind.Special,
    };

    private static FileSystemEnumerable<(string Name, EntryKind Kind)> Enumerate(string folder) => new(
        folder,
        (ref FileSystemEntry entry) => (entry.FileName.ToString(), KindOf(ref entry)),
        new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false });

    private static EntryKind KindOf(ref FileSystemEntry entry)
    {
        if ((entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None)
        {
            return EntryKind.Link;
        }

        return entry.IsDirectory ? EntryKind.Folder : EntryKind.File;
    }

    [DllImport("libc", EntryPoint = "opendir", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint OpenFolder([MarshalAs(UnmanagedType.LPUTF8Str)] string path);

    [DllImport("libc", EntryPoint = "readdir", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint ReadFolder(nint stream);

    [DllImport("libc", EntryPoint = "closedir", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseFolder(nint stream);
}
