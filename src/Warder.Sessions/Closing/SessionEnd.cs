using Warder.Engine.Hygiene;
using Warder.Sessions.Records;

namespace Warder.Sessions.Closing;

/// <summary>What came of closing a session.</summary>
/// <param name="Archive">Its archive; null where it could not be written, and then nothing was deleted.</param>
/// <param name="Problems">What could not be done.</param>
public sealed record SessionEnd(string? Archive, IReadOnlyList<string> Problems)
{
    /// <summary>
    /// Closes a session whose lock is held: archives it, moves what is kept into its place, removes the rest, the record last. May be
    /// cut off anywhere and done again.
    /// </summary>
    public static SessionEnd Run(SessionFolder folder)
    {
        string archive;
        try
        {
            folder.Logs.Make();
            archive = SessionArchive.Make(folder);
        }
        catch (SessionException wrong)
        {
            return new SessionEnd(Archive: null, [$"{wrong.Message} Nothing was deleted; the next 'warder artifacts' command tries again."]);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new SessionEnd(Archive: null, [$"The session cannot be archived: {wrong.Message} Nothing was deleted; the next 'warder artifacts' command tries again."]);
        }

        var problems = new List<string>(Keeping.Run(folder));
        Remove(folder, problems);
        return new SessionEnd(archive, problems);
    }

    private static void Remove(SessionFolder folder, List<string> problems)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(folder.Full).EnumerateFileSystemInfos())
            {
                if (entry.Name is SessionFolder.RecordName or SessionFolder.LockName)
                {
                    continue;
                }

                if (entry is DirectoryInfo { LinkTarget: null })
                {
                    var removal = FolderRemoval.Of(entry.FullName);
                    if (removal.Left > 0)
                    {
                        problems.Add($"{removal.Left} entries of {folder.Logs.Relative(entry.FullName)} could not be removed: {removal.FirstProblem}");
                    }
                }
                else
                {
                    entry.Delete();
                }
            }

            if (problems.Count == 0)
            {
                File.Delete(folder.RecordFile);
                _ = FolderRemoval.Of(folder.Full);
                RemovePointer(folder);
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{folder.Logs.Relative(folder.Full)} could not be removed: {wrong.Message}");
        }
    }

    private static void RemovePointer(SessionFolder folder)
    {
        if (File.Exists(folder.Logs.Current) && File.ReadAllText(folder.Logs.Current).Trim().EndsWith(folder.Id, StringComparison.Ordinal))
        {
            File.Delete(folder.Logs.Current);
        }
    }
}
