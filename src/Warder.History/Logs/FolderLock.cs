using System.Runtime.InteropServices;

namespace Warder.History.Logs;

/// <summary>
/// Keeps a folder for one writer at a time among Warder's processes. The lock lies on the folder itself: nothing is left behind by a
/// process that was killed. Where the file system knows no such lock there is none.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const int Exclusive = 2;
    private const int WithoutWaiting = 4;
    private const int Interrupted = 4;
    private static readonly int WouldBlock = OperatingSystem.IsMacOS() ? 35 : 11;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly int _descriptor;

    private FolderLock(int descriptor) => _descriptor = descriptor;

    /// <summary>Waits for the folder; null where another process keeps it for longer than that.</summary>
    public static FolderLock? Take(string folder, TimeSpan patience)
    {
        if (OperatingSystem.IsWindows() || Open(folder, flags: 0) is not (>= 0 and var descriptor))
        {
            return new FolderLock(-1);
        }

        var until = TimeProvider.System.GetTimestamp();
        while (Lock(descriptor, Exclusive | WithoutWaiting) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != WouldBlock && error != Interrupted)
            {
                break;
            }

            if (TimeProvider.System.GetElapsedTime(until) > patience)
            {
                _ = Close(descriptor);
                return null;
            }

            Thread.Sleep(Pause);
        }

        return new FolderLock(descriptor);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_descriptor >= 0)
        {
            _ = Close(_descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "flock", ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Lock(int descriptor, int operation);

    [DllImport("libc", EntryPoint = "close", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
