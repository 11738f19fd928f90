using System.ComponentModel;

namespace Warder.Cli.Git;

/// <summary>One short question to git, answered as a whole.</summary>
internal static class GitAnswer
{
    /// <summary>The first line of what git says; null where it ends with an error or is not installed.</summary>
    public static string? FirstLine(string root, params ReadOnlySpan<string> arguments)
    {
        try
        {
            using var git = GitStart.Start(root, arguments);
            git.StandardInput.Close();
            var errors = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            _ = errors.GetAwaiter().GetResult();
            return git.ExitCode == 0 ? output.Split('\n')[0].Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
