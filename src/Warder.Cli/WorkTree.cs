using System.Diagnostics;

namespace Warder.Cli;

/// <summary>Asks git which files have changes that are not committed.</summary>
internal static class WorkTree
{
    /// <summary>Those of some paths that have uncommitted changes; none where the folder is in no repository, or git is not there.</summary>
    public static IReadOnlySet<string> Uncommitted(string root, IReadOnlyList<string> paths)
    {
        var dirty = new HashSet<string>(StringComparer.Ordinal);
        if (paths.Count == 0)
        {
            return dirty;
        }

        // What the repository's own configuration would start is switched off.
        var start = new ProcessStartInfo("git") { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=no", "--", .. paths];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            errors.Wait();
            git.WaitForExit();
            foreach (var entry in output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                // Paths are told from the top of the repository, which may lie above the folder.
                dirty.UnionWith(paths.Where(p => entry.Length > 3 && (entry[3..] == p || entry[3..].EndsWith("/" + p, StringComparison.Ordinal))));
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Without git nothing is known to be uncommitted.
        }

        return dirty;
    }
}
