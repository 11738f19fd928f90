using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Warder.Engine.Auditing;

/// <summary>
/// What the system says of a file without reading it: another content shows in another size, time of change or place. Git's index
/// rests on the same. A file that changed just now has no stamp, since a second change within the clock's grain would not show.
/// </summary>
internal static class FileStamp
{
    // The coarsest clock of a file system in use: FAT counts in two seconds.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(2);

    // struct statx, the same on every processor.
    private const int StatusBytes = 256;
    private const int ModeOffset = 28;
    private const int NodeOffset = 32;
    private const int SizeOffset = 40;
    private const int ChangedOffset = 96;
    private const int ModifiedOffset = 112;
    private const int TimeBytes = 12;
    private const int CurrentFolder = -100;

    // AT_STATX_FORCE_SYNC: of a file on the network, what its server says and not what is remembered of it.
    private const int AskTheServer = 0x2000;
    private const uint BasicFields = 0x7ff;

    /// <summary>
    /// The stamp of a file, links followed; null where there is none, where it changed later than the grain of the clock before
    /// <paramref name="now"/>, and on systems of which the class library does not tell enough: without the number of the file and the
    /// time at which its entry changed, a file of the same length put in its place with the same date would not show.
    /// </summary>
    public static string? Of(string place, DateTimeOffset now)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        Span<byte> status = stackalloc byte[StatusBytes];
        try
        {
            if (ReadStatus(CurrentFolder, place, AskTheServer, BasicFields, ref MemoryMarshal.GetReference(status)) != 0)
            {
                return null;
            }
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }

        var before = (now - Grain).ToUnixTimeSeconds();
        if (Seconds(status, ChangedOffset) >= before || Seconds(status, ModifiedOffset) >= before)
        {
            return null;
        }

        Span<byte> fields = stackalloc byte[sizeof(ushort) + (2 * sizeof(ulong)) + (2 * TimeBytes)];
        status.Slice(ModeOffset, sizeof(ushort)).CopyTo(fields);
        status.Slice(NodeOffset, sizeof(ulong)).CopyTo(fields[2..]);
        status.Slice(SizeOffset, sizeof(ulong)).CopyTo(fields[10..]);
        status.Slice(ChangedOffset, TimeBytes).CopyTo(fields[18..]);
        status.Slice(ModifiedOffset, TimeBytes).CopyTo(fields[30..]);
        Span<byte> digest = stackalloc byte[16];
        XxHash128.Hash(fields, digest);
        return Convert.ToHexStringLower(digest);
    }

    private static long Seconds(ReadOnlySpan<byte> status, int offset) => BitConverter.ToInt64(status[offset..]);

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadStatus(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint fields, ref byte status);
}
