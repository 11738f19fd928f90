using System.Formats.Tar;
using System.IO.Compression;
using Warder.Sessions.Records;

namespace Warder.Sessions.Closing;

/// <summary>Puts a folder into a compressed archive: under a name of its own first, then read back and compared, then given its name.</summary>
internal static class SessionArchive
{
    private const int MostOfOneName = 100;

    /// <summary>
    /// The archive that holds all of the session; the one that is there, where it does, else a new one.
    /// </summary>
    /// <param name="folder">The session.</param>
    /// <exception cref="SessionException">It cannot be written, or is not what it should be.</exception>
    public static string Make(SessionFolder folder)
    {
        // After a kill in the clean-up the folder holds a part of what was archived: that is not archived again.
        for (var number = 1; number < MostOfOneName; number++)
        {
            var target = number == 1 ? folder.ArchiveFile : folder.ArchiveFile[..^LogFolders.ArchiveEnding.Length] + $"_{number}{LogFolders.ArchiveEnding}";
            if (!Path.Exists(target))
            {
                Write(folder, target);
                return target;
            }

            if (ArchiveCheck.Difference(target, folder) is null)
            {
                return target;
            }
        }

        throw new SessionException("There are too many archives of this name.");
    }

    private static void Write(SessionFolder folder, string target)
    {
        var temporary = Path.Join(folder.Logs.Archive, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                // Not pax: its records end at line breaks, which the names of files may hold.
                using (var tar = new TarWriter(packed, TarEntryFormat.Gnu, leaveOpen: true))
                {
                    foreach (var entry in SessionTree.Of(folder))
                    {
                        entry.OpenFile();
                        tar.WriteEntry(entry.Full, $"{folder.Id}/{entry.Path}");
                    }
                }

                file.Flush(flushToDisk: true);
            }

            if (ArchiveCheck.Difference(temporary, folder) is { } difference)
            {
                throw new SessionException($"The archive is not what was put into it: {difference}");
            }

            File.Move(temporary, target, overwrite: false);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new SessionException($"The archive cannot be written: {wrong.Message}", wrong);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
