using System.Runtime.InteropServices;
using System.Text;

namespace Warder.Engine.Auditing;

/// <summary>Knows pipes, sockets and devices, which the class library does not tell from files.</summary>
internal static class SpecialFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 1;
    private const int BufferSize = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Whether this is something else than a file; false where the system cannot say.</summary>
    public static bool Is(string file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var buffer = new byte[BufferSize];
        try
        {
            return StatX(CurrentFolder, Encoding.UTF8.GetBytes(file + '\0'), 0, TypeAndMode, buffer) == 0
                && (BitConverter.ToUInt16(buffer, ModeOffset) & TypeMask) != RegularFile;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    // The layout of statx is the same on every processor, unlike that of stat.
    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StatX(int folder, byte[] path, int flags, uint mask, byte[] buffer);
}
