using Warder.Sessions.Processes;
using Warder.Sessions.Records;
using Warder.Sessions.Running;

namespace Warder.Sessions.Closing;

/// <summary>Finishes sessions whose owner is dead; one that lives is not touched.</summary>
public static class Recovery
{
    private static readonly TimeSpan HalfMade = TimeSpan.FromHours(1);

    /// <summary>Finishes them; gives what could not be done.</summary>
    /// <param name="logs">The folders for artifacts.</param>
    /// <param name="now">The time.</param>
    /// <param name="say">Told what is finished.</param>
    public static IReadOnlyList<string> Run(LogFolders logs, DateTimeOffset now, Action<string> say)
    {
        var problems = new List<string>();
        foreach (var folder in SessionFolder.All(logs))
        {
            if (SessionRecord.Read(folder.RecordFile) is not { Owner: { } owner } record || owner.IsAlive() || SessionLock.Take(folder.LockFile) is not { } held)
            {
                continue;
            }

            using (held)
            {
                // Somebody else may have finished it in between.
                if (!File.Exists(folder.RecordFile))
                {
                    continue;
                }

                var left = EndProcesses(record);
                problems.AddRange(Finish(folder, record, now).Problems);
                say($"{folder.Id} was left by a process that is gone: finished{(left > 0 ? $", and {left} of its processes ended" : "")}.");
            }
        }

        RemoveHalfMade(logs, now);
        return problems;
    }

    /// <summary>Closes a session whose lock is held, with its end in its record.</summary>
    public static SessionEnd Finish(SessionFolder folder, SessionRecord record, DateTimeOffset now, string state = "abandoned")
    {
        if (!Path.Exists(folder.ArchiveFile))
        {
            // With an archive there, the record is as it was put into it.
            try
            {
                folder.MakeFolders();
                (record with { State = record.EndTime is null ? state : record.State, EndTime = record.EndTime ?? now, DurationSeconds = record.DurationSeconds ?? (long)Math.Max(0, (now - record.StartTime).TotalSeconds) }).Write(folder.RecordFile);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                return new SessionEnd(Archive: null, [$"{folder.Id} cannot be closed: {wrong.Message} Nothing was deleted; the next 'warder artifacts' command tries again."]);
            }
        }

        return SessionEnd.Run(folder);
    }

    private static int EndProcesses(SessionRecord record)
    {
        if (OperatingSystem.IsWindows() || record.Mark.Length == 0)
        {
            return 0;
        }

        // A number may have been given to others since: only a leader that is known again, or whose group outlives it, is ours.
        var boot = ProcessIdentity.Own.Boot;
        var sessions = record.Suites.Select(s => s.Process).OfType<ProcessIdentity>()
            .Where(p => p.Boot == boot && (p.IsAlive() || ProcessIdentity.Of(p.Pid) is null)).Select(p => p.Pid).ToList();
        return ProcessSweep.End($"{SessionEnvironment.MarkVariable}={record.Mark}.", sessions, withOrphans: false, new HashSet<int>());
    }

    private static void RemoveHalfMade(LogFolders logs, DateTimeOffset now)
    {
        var temp = new DirectoryInfo(logs.Temp);
        foreach (var folder in logs.Holds(logs.Temp) ? temp.EnumerateDirectories(".new_*") : [])
        {
            if (folder.LinkTarget is null && now.UtcDateTime - folder.LastWriteTimeUtc > HalfMade)
            {
                _ = Warder.Engine.Hygiene.FolderRemoval.Of(folder.FullName);
            }
        }

        var archives = new DirectoryInfo(logs.Archive);
        foreach (var file in logs.Holds(logs.Archive) ? archives.EnumerateFiles($".{LogFolders.ArchivePrefix}*.tmp") : [])
        {
            if (IsAbandoned(file.Name) || now.UtcDateTime - file.LastWriteTimeUtc > TimeSpan.FromDays(1))
            {
                file.Delete();
            }
        }
    }

    /// <summary>The name of an unfinished archive ends with the number of who writes it.</summary>
    private static bool IsAbandoned(string name) =>
        name.Split('.') is [.., var pid, "tmp"] && int.TryParse(pid, System.Globalization.CultureInfo.InvariantCulture, out var number) && ProcessIdentity.Of(number) is null;
}
