using System.IO.Pipes;

namespace Warder.Sessions.Processes;

/// <summary>A program that was started without a shell, in a session of its own, with nothing to read and both outputs in one stream.</summary>
internal abstract class ChildProcess : IDisposable
{
    /// <summary>Its number, which is that of its session too.</summary>
    public abstract int Pid { get; }

    /// <summary>What it writes.</summary>
    public abstract Stream Output { get; }

    /// <summary>How the system calls the pipe that it writes to, by which whoever else writes to it is found; null where it does not say.</summary>
    public virtual string? Pipe => null;

    /// <summary>Done when it has ended; its number stays taken until <see cref="Status"/> is asked for.</summary>
    public abstract Task Ended { get; }

    /// <summary>Asks it and its group to end.</summary>
    public abstract void Ask();

    /// <summary>How it ended: its exit code, or 128 and the signal that ended it; null where somebody else was told.</summary>
    public abstract int? Status();

    /// <summary>Starts a program.</summary>
    /// <exception cref="StartFailure">It cannot be started.</exception>
    public static ChildProcess Start(ChildStart start) => OperatingSystem.IsWindows() ? new PlainChild(start) : new PosixChild(start);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the stream and the process.</summary>
    protected abstract void Dispose(bool isDisposing);

    private sealed class PosixChild : ChildProcess
    {
        private const int SignalMask = 0x7F;
        private const int CodeShift = 8;
        private const int CodeMask = 0xFF;
        private const int SignalBase = 128;
        private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.In, HandleInheritability.None);

        public PosixChild(ChildStart start)
        {
            var environment = start.Environment.Select(v => $"{v.Key}={v.Value}").ToList();
            var error = Posix.Spawn(start.Program, start.Arguments, environment, start.Folder, (int)_pipe.ClientSafePipeHandle.DangerousGetHandle(), out var pid);
            _pipe.DisposeLocalCopyOfClientHandle();
            if (error != 0)
            {
                _pipe.Dispose();
                throw new StartFailure($"{start.Program} cannot be started: {System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(error)}");
            }

            Pid = pid;
            Ended = Task.Factory.StartNew(() => Posix.WaitForEnd(pid), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        public override int Pid { get; }

        public override string? Pipe => OperatingSystem.IsLinux() ? new FileInfo($"/proc/self/fd/{_pipe.SafePipeHandle.DangerousGetHandle()}").LinkTarget : null;

        public override Stream Output => _pipe;

        public override Task Ended { get; }

        public override void Ask() => _ = Posix.Kill(-Pid, Posix.SigTerm);

        public override int? Status() =>
            Posix.Reap(Pid, options: 0) is { } status ? (status & SignalMask) == 0 ? (status >> CodeShift) & CodeMask : SignalBase + (status & SignalMask) : null;

        protected override void Dispose(bool isDisposing) => _pipe.Dispose();
    }
}
