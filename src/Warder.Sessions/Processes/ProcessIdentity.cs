using System.Diagnostics;
using System.Globalization;

namespace Warder.Sessions.Processes;

/// <summary>A process that is known again: its number alone is given to others when it has ended.</summary>
/// <param name="Pid">Its number.</param>
/// <param name="Started">When it started, in the system's own measure: clock ticks after the boot on Linux.</param>
/// <param name="Boot">Which run of the machine; empty where the system does not say.</param>
public sealed record ProcessIdentity(int Pid, long Started, string Boot)
{
    private const string BootFile = "/proc/sys/kernel/random/boot_id";
    private static readonly Lazy<string> ThisBoot = new(ReadBoot);

    /// <summary>This process.</summary>
    public static ProcessIdentity Own { get; } = Of(Environment.ProcessId) ?? new ProcessIdentity(Environment.ProcessId, 0, ThisBoot.Value);

    /// <summary>Whether it still runs.</summary>
    public bool IsAlive() => Boot == ThisBoot.Value && Of(Pid) is { } now && now.Started == Started;

    /// <summary>The process of a number as it runs now; null where there is none.</summary>
    public static ProcessIdentity? Of(int pid)
    {
        if (OperatingSystem.IsLinux())
        {
            return ProcessEntry.Read(pid) is { IsZombie: false } entry ? new ProcessIdentity(pid, entry.Started, ThisBoot.Value) : null;
        }

        try
        {
            using var process = Process.GetProcessById(pid);
            return new ProcessIdentity(pid, process.StartTime.Ticks, ThisBoot.Value);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Pid.ToString(CultureInfo.InvariantCulture);

    private static string ReadBoot()
    {
        try
        {
            return File.Exists(BootFile) ? File.ReadAllText(BootFile).Trim() : "";
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
