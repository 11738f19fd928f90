using System.Runtime.InteropServices;

namespace Warder.Cli;

/// <summary>
/// Lets an audit fill its first memory before the collector runs. A collection in the middle of an audit finds nearly everything
/// alive and moves it in vain; most repositories are done before this much is full, and larger ones go on as usual behind it.
/// </summary>
internal static class FirstMemory
{
    private const int Bytes = 48 * 1024 * 1024;

    // The collector lays out its first memory around that for large objects, 32 MiB and as much again as is set aside.
    private const int Reach = 160 * 1024 * 1024;
    private const int LargePage = 2 * 1024 * 1024;
    private const int UseLargePages = 14;

    /// <summary>Sets it aside; where the machine has less to give, nothing happens.</summary>
    public static void Take()
    {
        try
        {
            // New memory is taken as it comes: to collect first would find nearly all alive, as every later time.
            if (GC.TryStartNoGCRegion(Bytes, disallowFullBlockingGC: true) && OperatingSystem.IsLinux() && Environment.Is64BitProcess)
            {
                AskForLargePages();
            }
        }
        catch (Exception refused) when (refused is ArgumentOutOfRangeException or InvalidOperationException or OutOfMemoryException)
        {
            // Too much for this machine, or already set aside: the collector does without.
        }
    }

    /// <summary>
    /// Asks the kernel for pages of 2 MiB where new objects will lie: to hand out 4 KiB at a time is a sixth of an audit's work.
    /// It is advice, which changes nothing but the price of memory, and which the kernel may leave.
    /// </summary>
    private static void AskForLargePages()
    {
        try
        {
            var here = Marshal.UnsafeAddrOfPinnedArrayElement(new byte[1], 0);
            _ = Advise(here & ~(nint)(LargePage - 1), Reach, UseLargePages);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // A C library without it.
        }
    }

    [DllImport("libc", EntryPoint = "madvise", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint start, nuint length, int advice);
}
