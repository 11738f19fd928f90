using System.Text;

namespace Warder.Sessions.Processes;

/// <summary>
/// Ends all that a suite started, also what left its process group: found by the session it runs in, by a mark in its environment and
/// by who started it. Elsewhere than on Linux only the group can be reached.
/// </summary>
internal static class ProcessSweep
{
    private const int MostRounds = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Ends them without asking; gives how many there were.</summary>
    /// <param name="mark">The mark, as it stands in the environment.</param>
    /// <param name="sessions">The sessions that suites were started in.</param>
    /// <param name="withOrphans">Whether to end also what this process has adopted and nobody answers for.</param>
    /// <param name="spared">Children of this process that are not to be touched.</param>
    /// <param name="pipe">A pipe whose writers are to be ended too; null for none.</param>
    public static int End(string mark, IReadOnlyCollection<int> sessions, bool withOrphans, IReadOnlySet<int> spared, string? pipe = null)
    {
        if (!OperatingSystem.IsLinux())
        {
            return sessions.Count(s => Posix.Kill(-s, Posix.SigKill) == 0);
        }

        var bytes = Encoding.UTF8.GetBytes(mark);
        var ended = new HashSet<(int, long)>();
        for (var round = 0; round < MostRounds; round++)
        {
            // All are halted before the first is ended: what forks faster than it is killed would win otherwise.
            var found = Halt(bytes, sessions, withOrphans, spared, pipe);
            if (found.Count == 0)
            {
                break;
            }

            foreach (var entry in found)
            {
                ended.Add((entry.Pid, entry.Started));
                _ = Posix.Kill(entry.Pid, Posix.SigKill);
            }

            Thread.Sleep(Pause);
            Bury(spared);
        }

        return ended.Count;
    }

    /// <summary>Takes adopted processes that have ended off the list.</summary>
    public static void Bury(IReadOnlySet<int> spared)
    {
        var own = Environment.ProcessId;
        foreach (var entry in ProcessEntry.All())
        {
            if (entry.IsZombie && entry.Parent == own && !spared.Contains(entry.Pid))
            {
                _ = Posix.Reap(entry.Pid, Posix.WaitNoHang);
            }
        }
    }

    private static List<ProcessEntry> Halt(byte[] mark, IReadOnlyCollection<int> sessions, bool withOrphans, IReadOnlySet<int> spared, string? pipe)
    {
        var halted = new Dictionary<int, ProcessEntry>();
        for (var round = 0; round < MostRounds; round++)
        {
            var isNew = false;
            foreach (var entry in Members(mark, sessions, withOrphans, spared, pipe))
            {
                if (halted.TryAdd(entry.Pid, entry))
                {
                    isNew = true;
                    _ = Posix.Kill(entry.Pid, Posix.SigStop);
                }
            }

            if (!isNew)
            {
                break;
            }
        }

        return [.. halted.Values];
    }

    private static List<ProcessEntry> Members(byte[] mark, IReadOnlyCollection<int> sessions, bool withOrphans, IReadOnlySet<int> spared, string? pipe)
    {
        var own = Environment.ProcessId;
        var all = ProcessEntry.All();
        var members = new HashSet<int>();
        foreach (var entry in all)
        {
            if (entry.Pid != own && !entry.IsZombie
                && (sessions.Contains(entry.Session) || (withOrphans && entry.Parent == own && !spared.Contains(entry.Pid)) || entry.HasInEnvironment(mark) || (pipe is not null && entry.HasOpen(pipe))))
            {
                members.Add(entry.Pid);
            }
        }

        for (var isGrowing = members.Count > 0; isGrowing;)
        {
            isGrowing = false;
            foreach (var entry in all)
            {
                isGrowing |= !entry.IsZombie && entry.Pid != own && members.Contains(entry.Parent) && members.Add(entry.Pid);
            }
        }

        return [.. all.Where(e => members.Contains(e.Pid))];
    }
}
