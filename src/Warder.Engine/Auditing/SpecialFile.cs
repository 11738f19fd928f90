using System.Runtime.InteropServices;
using System.Text;

namespace Warder.Engine.Auditing;

/// <summary>Knows pipes, sockets and devices, which the class library does not tell from files.</summary>
public static class SpecialFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 1;
    private const int NotThroughLinks = 0x100;
    private const int BufferSize = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Whether this is something else than a file; false where the system cannot say.</summary>
    public static bool Is(string file) => TypeOf(file, flags: 0) is { } type && type != RegularFile;

    /// <summary>Whether this is a file and nothing else: no folder, link, pipe, socket or device, reading one of which might never end.</summary>
    public static bool IsPlainFile(string file)
    {
        if (TypeOf(file, NotThroughLinks) is { } type)
        {
            return type == RegularFile;
        }

        var info = new FileInfo(file);
        return info.Exists && !info.Attributes.HasFlag(FileAttributes.ReparsePoint) && !info.Attributes.HasFlag(FileAttributes.Directory);
    }

    /// <summary>The type that the system tells; null where it cannot, or there is no such file.</summary>
    private static int? TypeOf(string file, int flags)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var buffer = new byte[BufferSize];
        try
        {
            return StatX(CurrentFolder, Encoding.UTF8.GetBytes(file + '\0'), flags, TypeAndMode, buffer) == 0
                ? BitConverter.ToUInt16(buffer, ModeOffset) & TypeMask
                : null;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    // The layout of statx is the same on every processor, unlike that of stat.
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint mask, byte[] buffer);
}
