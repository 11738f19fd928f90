using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipelines;

namespace Warder.Sessions.Processes;

/// <summary>A child where the system has no sessions: Windows, which ends a tree by its parents.</summary>
internal sealed class PlainChild : ChildProcess
{
    private readonly Process _process;
    private readonly Pipe _pipe = new();
    private readonly Lock _gate = new();

    public PlainChild(ChildStart start)
    {
        var info = new ProcessStartInfo(start.Program)
        {
            WorkingDirectory = start.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in start.Arguments)
        {
            info.ArgumentList.Add(argument);
        }

        info.Environment.Clear();
        foreach (var (name, value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        try
        {
            _process = Process.Start(info)!;
        }
        catch (Win32Exception wrong)
        {
            throw new StartFailure($"{start.Program} cannot be started: {wrong.Message}");
        }

        _process.StandardInput.Close();
        Output = _pipe.Reader.AsStream();
        Ended = _process.WaitForExitAsync();
        _ = Task.WhenAll(Pump(_process.StandardOutput.BaseStream), Pump(_process.StandardError.BaseStream)).ContinueWith(_ => _pipe.Writer.Complete(), TaskScheduler.Default);
    }

    public override int Pid => _process.Id;

    public override Stream Output { get; }

    public override Task Ended { get; }

    public override void Ask() => _process.Kill(entireProcessTree: true);

    public override int? Status() => _process.ExitCode;

    protected override void Dispose(bool isDisposing) => _process.Dispose();

    private Task Pump(Stream from) => Task.Factory.StartNew(
        () =>
        {
            var buffer = new byte[16 * 1024];
            for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
            {
                lock (_gate)
                {
                    _pipe.Writer.WriteAsync(buffer.AsMemory(0, read)).AsTask().GetAwaiter().GetResult();
                }
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
