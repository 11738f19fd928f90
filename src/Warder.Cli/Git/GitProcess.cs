using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Warder.Cli.Git;

/// <summary>
/// Runs git in a repository and reads what it writes as a stream. Nothing of the repository's own configuration is started: hooks,
/// file monitors, filters, pagers and programs for differences are switched off.
/// </summary>
internal sealed class GitProcess : IDisposable
{
    private static readonly string[] Quiet =
    [
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c", "core.quotePath=false", "-c", "diff.external=",
        "-c", "core.attributesFile=/dev/null", "-c", "safe.bareRepository=all",
    ];

    private readonly Process _process;
    private readonly Task<string> _errors;

    private GitProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What git writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>What git reads; only where it was started with input.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Starts git.</summary>
    /// <exception cref="OutputError">There is no git on this machine.</exception>
    public static GitProcess Start(string root, IReadOnlyList<string> arguments, bool withInput = false)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = withInput,
            UseShellExecute = false,
        };
        foreach (var argument in Quiet.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        start.Environment["LC_ALL"] = "C";
        try
        {
            return new GitProcess(Process.Start(start)!);
        }
        catch (Win32Exception wrong)
        {
            throw new OutputError("git cannot be started; it is needed for this.", wrong);
        }
    }

    /// <summary>The whole output as text; null where git fails.</summary>
    public static string? Ask(string root, params IReadOnlyList<string> arguments)
    {
        using var git = Start(root, arguments);
        using var reader = new StreamReader(git.Output, Encoding.UTF8);
        var output = reader.ReadToEnd();
        return git.HasFailed(out _) ? null : output;
    }

    /// <summary>Waits for the end; whether git says that it failed, and why.</summary>
    public bool HasFailed(out string why)
    {
        _process.WaitForExit();
        why = _errors.Result.Split('\n')[0].Trim();
        return _process.ExitCode != 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
