using System.IO.Enumeration;
using Warder.Sessions.Records;

namespace Warder.Sessions.Listing;

/// <summary>Lists what sessions have left. What others have put into these folders is not touched and not listed.</summary>
public static class ArtifactList
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true, RecurseSubdirectories = true };

    /// <summary>All of it, by kind and name.</summary>
    public static IReadOnlyList<Artifact> Of(LogFolders logs)
    {
        var artifacts = new List<Artifact>();
        foreach (var session in SessionFolder.All(logs))
        {
            var record = SessionRecord.Read(session.RecordFile);
            artifacts.Add(Make(logs, ArtifactKind.Session, new DirectoryInfo(session.Full)) with { Record = record, Session = session, IsAlive = IsAlive(session, record) });
        }

        Add(artifacts, logs, ArtifactKind.Archive, logs.Archive, n => n.StartsWith(LogFolders.ArchivePrefix, StringComparison.Ordinal) && n.EndsWith(LogFolders.ArchiveEnding, StringComparison.Ordinal));
        Add(artifacts, logs, ArtifactKind.Coverage, logs.Coverage, n => n.StartsWith(".coverage.", StringComparison.Ordinal) || n.StartsWith("htmlcov_", StringComparison.Ordinal) || n.StartsWith("coverage_", StringComparison.Ordinal));
        Add(artifacts, logs, ArtifactKind.Pytest, logs.Pytest, n => n.StartsWith("pytest_", StringComparison.Ordinal));
        Add(artifacts, logs, ArtifactKind.Results, logs.Results, n => n.StartsWith("test_results_", StringComparison.Ordinal));
        Add(artifacts, logs, ArtifactKind.Log, logs.Logs, n => n.StartsWith(LogFolders.SessionPrefix, StringComparison.Ordinal) && n.EndsWith(".log", StringComparison.Ordinal));
        Add(artifacts, logs, ArtifactKind.Audit, logs.TokenAudit, n => n.EndsWith(".json", StringComparison.Ordinal) || n.EndsWith(".log", StringComparison.Ordinal));
        return artifacts;
    }

    /// <summary>Whether somebody works in a session: its owner runs, or a shell answers for it, or nobody can tell.</summary>
    public static bool IsAlive(SessionFolder session, SessionRecord? record)
    {
        if (record?.Owner is { } owner && owner.IsAlive())
        {
            return true;
        }

        if (!File.Exists(session.LockFile))
        {
            return false;
        }

        using var held = SessionLock.Take(session.LockFile);
        return held is null;
    }

    private static void Add(List<Artifact> artifacts, LogFolders logs, ArtifactKind kind, string folder, Func<string, bool> isOurs)
    {
        if (logs.Holds(folder))
        {
            artifacts.AddRange(new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => e.LinkTarget is null && isOurs(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => Make(logs, kind, e)));
        }
    }

    private static Artifact Make(LogFolders logs, ArtifactKind kind, FileSystemInfo entry)
    {
        var (bytes, changed) = entry is FileInfo file ? (file.Length, file.LastWriteTimeUtc) : Sum((DirectoryInfo)entry);
        return new Artifact(kind, entry.FullName, logs.Relative(entry.FullName), bytes, new DateTimeOffset(changed, TimeSpan.Zero));
    }

    private static (long Bytes, DateTime Changed) Sum(DirectoryInfo folder)
    {
        var (bytes, changed) = (0L, DateTime.MinValue);
        var entries = new FileSystemEnumerable<(long Length, DateTime Changed)>(
            folder.FullName,
            (ref FileSystemEntry e) => e.IsDirectory || (e.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None ? (0, DateTime.MinValue) : (e.Length, e.LastWriteTimeUtc.UtcDateTime),
            Everything)
        {
            ShouldRecursePredicate = (ref FileSystemEntry e) => (e.Attributes & FileAttributes.ReparsePoint) == FileAttributes.None,
        };
        foreach (var entry in entries)
        {
            bytes += entry.Length;
            changed = entry.Changed > changed ? entry.Changed : changed;
        }

        return (bytes, changed == DateTime.MinValue ? folder.LastWriteTimeUtc : changed);
    }
}
