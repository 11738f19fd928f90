using System.Runtime.InteropServices;

namespace Warder.Sessions.Processes;

/// <summary>The calls of the C library that the class library does not offer.</summary>
internal static unsafe partial class Posix
{
    public const int SigTerm = 15;
    public const int SigKill = 9;
    public const int WaitNoHang = 1;
    public const int NoSuchProcess = 3;
    private const int SubReaper = 36;

    // Larger than the structures of any C library: 336 and 80 bytes with glibc, less elsewhere.
    private const int StructureSize = 1024;
    private const short SetDefaultSignals = 0x04;
    private const short SetSignalMask = 0x08;
    private const int StandardOutput = 1;
    private const int StandardError = 2;
    private const int ByPid = 1;
    private const int Exited = 4;
    private const int LockExclusiveNow = 2 | 4;

    /// <summary>The signal that halts a process without asking it.</summary>
    public static int SigStop => OperatingSystem.IsMacOS() ? 17 : 19;

    private static short NewSession => OperatingSystem.IsMacOS() ? (short)0x400 : (short)0x80;

    private static int LeaveWaitable => OperatingSystem.IsMacOS() ? 0x20 : 0x01000000;

    /// <summary>Starts a program in a session of its own, with nothing to read and both outputs in one pipe; gives 0 or an error number.</summary>
    public static int Spawn(string program, IReadOnlyList<string> arguments, IReadOnlyList<string> environment, string folder, int output, out int pid)
    {
        pid = 0;
        var actions = (void*)Marshal.AllocHGlobal(StructureSize);
        var attributes = (void*)Marshal.AllocHGlobal(StructureSize);
        var signals = stackalloc byte[StructureSize];
        using var argv = new NativeTexts([program, .. arguments]);
        using var envp = new NativeTexts(environment);
        _ = FileActionsInit(actions);
        _ = AttributesInit(attributes);
        try
        {
            _ = AddChangeFolder(actions, folder);
            _ = AddOpen(actions, 0, "/dev/null", 0, 0);
            _ = AddDuplicate(actions, output, StandardOutput);
            _ = AddDuplicate(actions, output, StandardError);

            // The runtime ignores some signals, which a child would inherit: a suite that writes to a closed pipe must end as it does elsewhere.
            _ = FillSignals(signals);
            _ = SetSigDefault(attributes, signals);
            _ = EmptySignals(signals);
            _ = SetSigMask(attributes, signals);
            _ = SetFlags(attributes, (short)(NewSession | SetDefaultSignals | SetSignalMask));
            fixed (int* at = &pid)
            {
                return SpawnProgram(at, program, actions, attributes, argv.Pointer, envp.Pointer);
            }
        }
        finally
        {
            _ = FileActionsDestroy(actions);
            _ = AttributesDestroy(attributes);
            Marshal.FreeHGlobal((nint)actions);
            Marshal.FreeHGlobal((nint)attributes);
        }
    }

    /// <summary>Waits until a child has ended and leaves it there: its number stays taken, so that no signal reaches somebody else.</summary>
    public static void WaitForEnd(int pid)
    {
        var information = stackalloc byte[StructureSize];
        while (WaitId(ByPid, (uint)pid, information, Exited | LeaveWaitable) != 0 && Marshal.GetLastPInvokeError() == Interrupted)
        {
        }
    }

    /// <summary>Takes a child that has ended off the list; its status, or null where somebody else took it.</summary>
    public static int? Reap(int pid, int options)
    {
        int status;
        int result;
        do
        {
            result = WaitPid(pid, &status, options);
        }
        while (result < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return result == pid ? status : null;
    }

    /// <summary>Takes a lock that ends with this process; false where somebody else has it.</summary>
    public static bool TryLock(Microsoft.Win32.SafeHandles.SafeFileHandle file) => Lock((int)file.DangerousGetHandle(), LockExclusiveNow) == 0;

    /// <summary>Makes orphans among the descendants children of this process, so that none is lost from sight. Linux only.</summary>
    public static void AdoptOrphans()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = ProcessControl(SubReaper, 1, 0, 0, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int pid, int signal);

    private const int Interrupted = 4;

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SpawnProgram(int* pid, string path, void* actions, void* attributes, byte** argv, byte** envp);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int FileActionsInit(void* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int FileActionsDestroy(void* actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddChangeFolder(void* actions, string folder);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(void* actions, int number, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddDuplicate(void* actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    private static partial int AttributesInit(void* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    private static partial int AttributesDestroy(void* attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    private static partial int SetFlags(void* attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    private static partial int SetSigDefault(void* attributes, void* signals);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    private static partial int SetSigMask(void* attributes, void* signals);

    [LibraryImport("libc", EntryPoint = "sigfillset")]
    private static partial int FillSignals(void* signals);

    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    private static partial int EmptySignals(void* signals);

    [LibraryImport("libc", EntryPoint = "waitid", SetLastError = true)]
    private static partial int WaitId(int kind, uint id, void* information, int options);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    private static partial int WaitPid(int pid, int* status, int options);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Lock(int file, int operation);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int ProcessControl(int option, nint a, nint b, nint c, nint d);
}
