using Warder.Cli.Git;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Scanning;

namespace Warder.Cli.Scanning;

/// <summary>Scans files as they are now.</summary>
internal static class FolderScan
{
    /// <summary>Scans some files and folders under a root.</summary>
    /// <param name="scanner">Takes the contents.</param>
    /// <param name="root">The repository or folder.</param>
    /// <param name="parts">Files and folders in it, relative; none for all.</param>
    /// <param name="all">Whether files that git ignores are scanned too.</param>
    /// <param name="progress">Hears how far it is; null for nobody.</param>
    public static void Run(Scanner scanner, string root, IReadOnlyList<string> parts, bool all, Action<int, int>? progress)
    {
        var paths = (all ? null : GitPaths(root, parts)) ?? Walk(root, parts, scanner);
        var wanted = paths.Where(scanner.Wants).ToList();
        var done = 0;
        Parallel.ForEach(wanted, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, path =>
        {
            ScanFile(scanner, Path.Join(root, path), path);
            progress?.Invoke(Interlocked.Increment(ref done), wanted.Count);
        });
    }

    private static void ScanFile(Scanner scanner, string full, string path)
    {
        try
        {
            // Shared in every way: nothing is locked, and what others do to the file meanwhile is their business.
            using var file = File.OpenHandle(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var at = 0L;
            scanner.Scan(ScanSource.Of(path), buffer =>
            {
                var count = RandomAccess.Read(file, buffer, at);
                at += count;
                return count;
            });
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Between the listing and now a file may go; one that is there and cannot be read is told.
            if (File.Exists(full))
            {
                scanner.Fail(path, $"The file cannot be read: {wrong.Message}");
            }
        }
    }

    /// <summary>What git tracks or would: null where the folder is in no repository, or git is not there.</summary>
    private static List<string>? GitPaths(string root, IReadOnlyList<string> parts)
    {
        if (!Path.Exists(Path.Join(root, ".git")))
        {
            return null;
        }

        try
        {
            using var git = GitProcess.Start(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate", "--", .. parts]);
            using var reader = new NulTexts(git.Output);
            var paths = new List<string>();
            while (reader.Next() is { } path)
            {
                if (SpecialFile.IsPlainFile(Path.Join(root, path)))
                {
                    paths.Add(path);
                }
            }

            return git.HasFailed(out _) ? null : paths;
        }
        catch (OutputError)
        {
            return null;
        }
    }

    private static List<string> Walk(string root, IReadOnlyList<string> parts, Scanner scanner)
    {
        var paths = new List<string>();
        foreach (var part in parts.Count == 0 ? [""] : parts)
        {
            var full = Path.Join(root, part);
            if (File.Exists(full))
            {
                paths.Add(part);
                continue;
            }

            WalkFolder(root, full, paths, scanner);
        }

        return paths;
    }

    private static void WalkFolder(string root, string start, List<string> paths, Scanner scanner)
    {
        var pending = new Stack<string>([start]);
        while (pending.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
                {
                    if (entry.LinkTarget is not null || entry.Name == ".git")
                    {
                        continue;
                    }

                    if (entry is DirectoryInfo)
                    {
                        pending.Push(entry.FullName);
                    }
                    else if (SpecialFile.IsPlainFile(entry.FullName))
                    {
                        paths.Add(Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/'));
                    }
                }
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                scanner.Fail(Path.GetRelativePath(root, folder), $"The folder cannot be listed: {wrong.Message}");
            }
        }
    }
}
