using Warder.Engine.Findings;

namespace Warder.Engine.Auditing;

/// <summary>
/// Finds the repositories behind the paths that a user names: a repository's folder, a folder or file within one, a folder of
/// repositories, or a file that lies in none.
/// </summary>
public static class AuditTargets
{
    private static readonly string[] Marks = [".git", ".github", ".warder.yml", ".warder.yaml", ".warder", ".codex/tokens"];

    /// <summary>The targets in the order of their roots; a path that is not there is a problem.</summary>
    public static IReadOnlyList<AuditTarget> Find(IReadOnlyList<string> paths, ICollection<Diagnostic> problems)
    {
        var whole = new SortedSet<string>(StringComparer.Ordinal);
        var parts = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var loose = new List<string>();
        foreach (var given in paths)
        {
            if (given.Length == 0 || given.Contains('\0', StringComparison.Ordinal))
            {
                problems.Add(new Diagnostic("missing-path", "This is no path.", $"'{given}'"));
                continue;
            }

            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given));
            if (Directory.Exists(path))
            {
                TakeFolder(path, given, whole, parts, problems);
            }
            else if (!File.Exists(path))
            {
                problems.Add(new Diagnostic("missing-path", "There is no such file or folder.", given));
            }
            else if (RootAbove(Path.GetDirectoryName(path)) is { } root)
            {
                Part(parts, root).Add(path);
            }
            else
            {
                loose.Add(path);
            }
        }

        var targets = new List<AuditTarget>();
        foreach (var root in whole)
        {
            targets.Add(new AuditTarget(new DiskFiles(root), new AuditOptions()));
        }

        foreach (var (root, named) in parts)
        {
            if (!whole.Contains(root))
            {
                targets.Add(PartOf(root, named, problems));
            }
        }

        if (loose.Count > 0)
        {
            targets.Add(new AuditTarget(new LooseFiles(loose), new AuditOptions { IsLoose = true }));
        }

        return targets;
    }

    /// <summary>The root of the repository that a path lies in; the path itself where it lies in none.</summary>
    public static string RootOf(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path.Length == 0 ? "." : path));
        return RootAbove(Directory.Exists(full) ? full : Path.GetDirectoryName(full)) ?? path;
    }

    private static void TakeFolder(
        string folder,
        string given,
        SortedSet<string> whole,
        SortedDictionary<string, List<string>> parts,
        ICollection<Diagnostic> problems)
    {
        if (IsRoot(folder))
        {
            whole.Add(folder);
        }
        else if (RootAbove(Path.GetDirectoryName(folder)) is { } root)
        {
            Part(parts, root).Add(folder);
        }
        else
        {
            TakeChildren(folder, given, whole, problems);
        }
    }

    /// <summary>Takes the repositories in a folder, or the folder itself where it holds none; links among them are not followed.</summary>
    private static void TakeChildren(string folder, string given, SortedSet<string> whole, ICollection<Diagnostic> problems)
    {
        try
        {
            var children = new DirectoryInfo(folder).EnumerateDirectories()
                .Where(d => d.LinkTarget is null && IsRoot(d.FullName))
                .Select(d => d.FullName)
                .ToList();
            whole.UnionWith(children.Count > 0 ? children : [folder]);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Diagnostic("unreadable-folder", $"The folder cannot be listed: {wrong.Message}", given));
        }
    }

    private static List<string> Part(SortedDictionary<string, List<string>> parts, string root)
    {
        if (!parts.TryGetValue(root, out var list))
        {
            parts[root] = list = [];
        }

        return list;
    }

    private static AuditTarget PartOf(string root, List<string> named, ICollection<Diagnostic> problems)
    {
        var files = new DiskFiles(root);
        var only = new HashSet<string>(StringComparer.Ordinal);
        var explicitly = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in named)
        {
            var relative = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
            if (File.Exists(path))
            {
                explicitly.Add(relative);
                only.Add(relative);
            }
            else
            {
                if (DiskWalk.IsPassedOver(relative + "/"))
                {
                    problems.Add(new Diagnostic("passed-over", "Folders of dependencies and build output are passed over; name the files in it instead.", path));
                }

                only.UnionWith(files.Paths.Where(p => p.StartsWith(relative + "/", StringComparison.Ordinal)));
            }
        }

        return new AuditTarget(files, new AuditOptions { Only = only, Named = explicitly });
    }

    private static string? RootAbove(string? folder)
    {
        while (folder is not null && !IsRoot(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    private static bool IsRoot(string folder) => Array.Exists(Marks, m => Path.Exists(Path.Join(folder, m)));
}
