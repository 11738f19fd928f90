using System.Diagnostics;
using Warder.Engine.Auditing;

namespace Warder.Cli;

/// <summary>Says on standard error how far a long audit is; a short one stays silent.</summary>
internal sealed class ProgressLine : IProgress<AuditProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly bool _enabled;
    private readonly Lock _gate = new();
    private TimeSpan _last = TimeSpan.Zero;
    private bool _shown;

    public ProgressLine(bool enabled) => _enabled = enabled;

    /// <summary>The repository that is audited, where there are several; its name is the user's own folder.</summary>
    public string? Repository { get; set; }

    public void Report(AuditProgress value)
    {
        if (!_enabled)
        {
            return;
        }

        var elapsed = Stopwatch.GetElapsedTime(_start);
        if (elapsed < Patience || elapsed - _last < Pause)
        {
            return;
        }

        lock (_gate)
        {
            _last = elapsed;
            _shown = true;
            Console.Error.Write($"\r{Where}{value.Phase}: {value.Done} of {value.Total} files\u001b[K");
        }
    }

    private string Where
    {
        get
        {
            const int Longest = 40;
            var clean = new string([.. (Repository ?? "").Where(c => !char.IsControl(c)).Take(Longest)]);
            return clean.Length == 0 ? "" : clean + ": ";
        }
    }

    public void Dispose()
    {
        if (_shown)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }
}
