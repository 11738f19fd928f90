using System.Diagnostics;
using System.Text;
using Warder.Sessions.Running;

namespace Warder.Cli.Sessions;

/// <summary>Shows on standard error what the suites print, each line behind the name of its suite, and on a terminal which of them run.</summary>
internal sealed class LiveOutput : ISessionVoice, IDisposable
{
    private const int LongestHeld = 8 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly string[] Colors = ["36", "35", "34", "33", "32"];
    private readonly Lock _gate = new();
    private readonly Stream _error = Console.OpenStandardError();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _names;
    private readonly bool _isQuiet;
    private readonly bool _hasColor;
    private readonly Timer? _timer;
    private bool _isBroken;
    private bool _hasStatus;

    public LiveOutput(IReadOnlyList<string> names, bool isQuiet, bool hasColor)
    {
        _names = names;
        _isQuiet = isQuiet;
        _hasColor = hasColor && !Console.IsErrorRedirected;
        _timer = Console.IsErrorRedirected || Terminal.Ascii ? null : new Timer(_ => Status(), state: null, Pause, Pause);
    }

    public void Say(string line)
    {
        if (!_isQuiet)
        {
            lock (_gate)
            {
                ClearStatus();
                Write(Encoding.UTF8.GetBytes($"warder: {OneLine(Warder.Engine.Exposure.Redaction.Redactor.Known.Redact(line))}\n"));
            }
        }
    }

    public void Show(string suite, ReadOnlyMemory<byte> piece)
    {
        lock (_gate)
        {
            var line = LineOf(suite);
            if (_isQuiet || _isBroken)
            {
                return;
            }

            ClearStatus();
            var rest = piece.Span;
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOf((byte)'\n');
                var part = end < 0 ? rest : rest[..(end + 1)];
                rest = rest[part.Length..];
                line.Held.Write(part);
                if (end >= 0 || line.Held.Length > LongestHeld)
                {
                    Release(line, isEnded: end >= 0);
                }
            }

            Flush();
        }
    }

    public void End(string suite)
    {
        lock (_gate)
        {
            if (_lines.Remove(suite, out var line) && line.Held.Length > 0)
            {
                Release(line, isEnded: false);
                Flush();
            }
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            ClearStatus();
        }
    }

    private readonly MemoryStream _out = new();

    private void Release(Line line, bool isEnded)
    {
        _out.Write(line.Prefix);
        _out.Write(line.Held.GetBuffer(), 0, (int)line.Held.Length);
        if (!isEnded)
        {
            _out.WriteByte((byte)'\n');
        }

        line.Held.SetLength(0);
    }

    private void Flush()
    {
        Write(_out.GetBuffer().AsSpan(0, (int)_out.Length));
        _out.SetLength(0);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (!_isBroken)
            {
                _error.Write(bytes);
            }
        }
        catch (IOException)
        {
            // Nobody reads it any more; the logs still get everything.
            _isBroken = true;
        }
    }

    private Line LineOf(string suite)
    {
        if (!_lines.TryGetValue(suite, out var line))
        {
            var width = _names.Count == 0 ? 0 : _names.Max(n => OneLine(n).Length);
            var name = OneLine(suite).PadRight(width);
            var color = Colors[Math.Max(0, _names.ToList().IndexOf(suite)) % Colors.Length];
            _lines[suite] = line = new Line(Encoding.UTF8.GetBytes(_hasColor ? $"\u001b[{color}m{name} |\u001b[0m " : $"{name} | "));
        }

        return line;
    }

    private void Status()
    {
        lock (_gate)
        {
            if (_lines.Count > 0)
            {
                var running = string.Join(", ", _lines.Select(l => $"{OneLine(l.Key)} {Words.Of(TimeSpan.FromSeconds(Math.Floor(Stopwatch.GetElapsedTime(l.Value.Since).TotalSeconds)))}"));
                Write(Encoding.UTF8.GetBytes($"\r\u001b[2mrunning: {running}\u001b[0m\u001b[K"));
                _hasStatus = true;
            }
        }
    }

    private void ClearStatus()
    {
        if (_hasStatus)
        {
            _hasStatus = false;
            Write("\r\u001b[K"u8);
        }
    }

    private static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : text;

    private sealed record Line(byte[] Prefix)
    {
        public MemoryStream Held { get; } = new();

        public long Since { get; } = Stopwatch.GetTimestamp();
    }
}
