using Warder.Cli.Git;

namespace Warder.Cli;

/// <summary>Asks git which files cannot be had back from it.</summary>
internal static class WorkTree
{
    /// <summary>
    /// Those of some paths that have uncommitted changes or were never committed; none where the folder is in no repository.
    /// </summary>
    /// <param name="root">The folder.</param>
    /// <param name="paths">Paths relative to it.</param>
    /// <param name="because">Why git cannot answer inside a repository; null where it does.</param>
    public static IReadOnlySet<string> Uncommitted(string root, IReadOnlyList<string> paths, out string? because)
    {
        because = null;
        var dirty = new HashSet<string>(StringComparer.Ordinal);
        if (paths.Count == 0 || !IsInRepository(root))
        {
            return dirty;
        }

        if (Ask(root, ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=no", "--", .. paths], out because) is not { } changed
            || Ask(root, ["ls-files", "-z", "--", .. paths], out because) is not { } tracked)
        {
            return dirty;
        }

        foreach (var entry in changed)
        {
            // Paths are told from the top of the repository, which may lie above the folder.
            dirty.UnionWith(paths.Where(p => entry.Length > 3 && (entry[3..] == p || entry[3..].EndsWith("/" + p, StringComparison.Ordinal))));
        }

        dirty.UnionWith(paths.Except(tracked, StringComparer.Ordinal));
        return dirty;
    }

    private static bool IsInRepository(string root)
    {
        for (var at = new DirectoryInfo(root); at is not null; at = at.Parent)
        {
            if (Path.Exists(Path.Join(at.FullName, ".git")))
            {
                return true;
            }
        }

        return false;
    }

    private static string[]? Ask(string root, IEnumerable<string> arguments, out string? because)
    {
        try
        {
            // Paths are no patterns.
            using var git = GitStart.Start(root, ["--literal-pathspecs", .. arguments]);
            git.StandardInput.Close();
            var errors = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            because = git.ExitCode == 0 ? null : FirstLine(errors.GetAwaiter().GetResult()) ?? $"git ended with {git.ExitCode}";
            return because is null ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            because = "git cannot be started";
            return null;
        }
    }

    private static string? FirstLine(string text) =>
        text.Split('\n').Select(l => new string([.. l.Trim().Where(c => !char.IsControl(c))])).FirstOrDefault(l => l.Length > 0);
}
