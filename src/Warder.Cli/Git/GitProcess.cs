using System.ComponentModel;
using System.Diagnostics;

namespace Warder.Cli.Git;

/// <summary>A git whose output is read as a stream.</summary>
internal sealed class GitProcess : IDisposable
{
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
        try
        {
            var process = GitStart.Start(root, [.. arguments]);
            if (!withInput)
            {
                process.StandardInput.Close();
            }

            return new GitProcess(process);
        }
        catch (Win32Exception wrong)
        {
            throw new OutputError("git cannot be started; it is needed for this.", wrong);
        }
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
