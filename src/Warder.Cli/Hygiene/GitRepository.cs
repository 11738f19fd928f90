using System.ComponentModel;
using System.Diagnostics;
using Warder.Cli.Git;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Cli.Hygiene;

/// <summary>Asks git about one repository; no process starts before the first question, and all ignore questions go to one.</summary>
internal sealed class GitRepository : IGitFacts, IDisposable
{
    private const int MostLines = 20;
    private const int LongestLine = 240;
    private readonly string _root;
    private readonly IgnoreProcess _ignore;
    private readonly List<Diagnostic> _problems = [];

    public GitRepository(string root)
    {
        _root = root;
        _ignore = new IgnoreProcess(root, Say);
    }

    public IReadOnlyList<Diagnostic> Problems => _problems;

    public IEnumerable<GitFile> Files(bool withUntracked)
    {
        string[] arguments = withUntracked
            ? ["ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard"]
            : ["ls-files", "-z", "-t", "--cached"];
        if (Start(arguments) is not { } git)
        {
            yield break;
        }

        using (git)
        {
            git.StandardInput.Close();
            var errors = git.StandardError.ReadToEndAsync();
            using var texts = new NulTexts(git.StandardOutput.BaseStream);
            var last = "";
            while (texts.Next() is { } text)
            {
                // A file that is not merged stands there once for each side.
                if (text.Length > 2 && text != last)
                {
                    last = text;
                    yield return new GitFile(text[2..].TrimEnd('/'), IsTracked: text[0] != '?');
                }
            }

            git.WaitForExit();
            Complain(errors.GetAwaiter().GetResult(), git.ExitCode);
        }
    }

    public IReadOnlyList<IgnoreVerdict> AskIgnored(IReadOnlyList<string> paths) => _ignore.Ask(paths);

    public void Dispose() => _ignore.Dispose();

    private Process? Start(string[] arguments)
    {
        try
        {
            return GitStart.Start(_root, arguments);
        }
        catch (Win32Exception)
        {
            Say("git is not installed, and only git knows what it tracks and ignores.", path: null);
            return null;
        }
    }

    private void Complain(string errors, int status)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines.Take(MostLines))
        {
            Say($"git: {(line.Length > LongestLine ? line[..LongestLine] + " ..." : line.Trim())}", path: null);
        }

        if (lines.Length > MostLines)
        {
            Say($"git complained of {lines.Length - MostLines} more places.", path: null);
        }

        if (status != 0 && lines.Length == 0)
        {
            Say($"git ended with status {status}.", path: null);
        }
    }

    private void Say(string message, string? path)
    {
        var problem = new Diagnostic("git", message, path);
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }
}
