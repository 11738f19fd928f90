using System.Diagnostics;

namespace Warder.Cli.Git;

/// <summary>The one way to start git, in a repository that nobody vouches for: what its configuration would start or fetch is switched off.</summary>
internal static class GitStart
{
    private static readonly string[] Safe =
    [
        "--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
        "-c", "diff.external=", "-c", "core.attributesFile=/dev/null",
    ];

    /// <summary>Starts git with its three streams in our hands; throws <see cref="System.ComponentModel.Win32Exception"/> where it is not installed.</summary>
    public static Process Start(string root, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in Safe)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // A partial clone must not reach out for what it lacks, and messages are read in one language.
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }
}
