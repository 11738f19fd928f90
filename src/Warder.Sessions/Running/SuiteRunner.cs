using System.Collections.Concurrent;
using System.Diagnostics;
using Warder.Sessions.Processes;
using Warder.Sessions.Records;
using Warder.Sessions.Suites;
using Warder.Sessions.Tools;

namespace Warder.Sessions.Running;

/// <summary>Runs one suite from its start to the end of its last process.</summary>
internal sealed class SuiteRunner : IDisposable
{
    private const int BufferSize = 64 * 1024;
    private const int NotExecutable = 126;
    private const int NotFound = 127;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Drain = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LastDrain = TimeSpan.FromSeconds(10);
    private readonly SessionRequest _request;
    private readonly SessionFolder _folder;
    private readonly string _mark;
    private readonly ISet<int> _spared;
    private readonly CancellationToken _stop;
    private readonly ConcurrentBag<OutputCapture> _captures = [];

    /// <summary>For the suites of one session.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="folder">The session.</param>
    /// <param name="mark">What marks its processes.</param>
    /// <param name="spared">The processes of suites that run right now.</param>
    /// <param name="stop">Ends the session.</param>
    public SuiteRunner(SessionRequest request, SessionFolder folder, string mark, ISet<int> spared, CancellationToken stop)
    {
        _request = request;
        _folder = folder;
        _mark = mark;
        _spared = spared;
        _stop = stop;
    }

    /// <summary>Runs it; <paramref name="started"/> is told its process before anything can happen to this one.</summary>
    public SuiteResult Run(Suite suite, SuitePlaces places, Action<ProcessIdentity?> started)
    {
        var result = new SuiteResult { Suite = suite, Places = places, Status = SuiteStatus.NotRun };
        if (_stop.IsCancellationRequested)
        {
            return result with { Status = SuiteStatus.Interrupted, Notes = ["The session was ended before its turn."] };
        }

        var notes = new List<string>();
        ChildProcess child;
        OutputCapture capture;
        var mark = $"{_mark}.{places.Key}";
        var since = DateTime.SpecifyKind(_request.Clock.GetUtcNow().UtcDateTime, DateTimeKind.Utc);
        try
        {
            Directory.CreateDirectory(places.Coverage);
            Directory.CreateDirectory(places.ResultsFolder);
            var start = new SuiteCommand(_request, _folder).Of(suite, places, mark, notes);
            capture = new OutputCapture(places.Log, _request.Redactor, _request.Values, piece => _request.Voice.Show(suite.Name, piece));
            _captures.Add(capture);
            child = ChildProcess.Start(start);
        }
        catch (Exception wrong) when (wrong is StartFailure or SessionException)
        {
            return result with { Notes = [.. notes, wrong.Message] };
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return result with { Notes = [.. notes, $"It cannot be started: {wrong.Message}"] };
        }

        lock (_spared)
        {
            _spared.Add(child.Pid);
        }

        started(ProcessIdentity.Of(child.Pid));
        result = Watch(child, capture, suite, mark, result);
        _request.Voice.End(suite.Name);
        return SuiteVerdict.Of(result with { Notes = [.. notes, .. result.Notes] }, capture, Path.Join(_folder.Logs.Root, suite.Directory), since);
    }

    /// <summary>Puts back the logs of all suites where a later one has removed them; gives what could not be.</summary>
    public IEnumerable<string> PutBack()
    {
        foreach (var capture in _captures)
        {
            var before = capture.Problem;
            capture.PutBack();
            if (capture.Problem is { } lost && before is null)
            {
                yield return lost;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var capture in _captures)
        {
            capture.Dispose();
        }
    }

    private SuiteResult Watch(ChildProcess child, OutputCapture capture, Suite suite, string mark, SuiteResult result)
    {
        var start = Stopwatch.GetTimestamp();
        var pump = Task.Factory.StartNew(() => Pump(child.Output, capture), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var stopped = Task.Delay(Timeout.Infinite, _stop);
        var limit = suite.Timeout > TimeSpan.Zero ? Task.Delay(suite.Timeout, CancellationToken.None) : Task.Delay(Timeout.Infinite, CancellationToken.None);
        var first = Task.WhenAny(child.Ended, stopped, limit).GetAwaiter().GetResult();
        SuiteStatus? cut = child.Ended.IsCompleted ? null : first == limit ? SuiteStatus.TimedOut : SuiteStatus.Interrupted;
        var duration = Stopwatch.GetElapsedTime(start);
        if (cut is not null)
        {
            // It may want to tell something before it goes.
            child.Ask();
            child.Ended.Wait(Grace, CancellationToken.None);
        }

        // The number of the child is taken until its status is asked for, so nothing of others is hit.
        var variable = $"{SessionEnvironment.MarkVariable}={mark}\0";
        var isOnly = _request.Parallel <= 1;
        var left = ProcessSweep.End(variable, [child.Pid], withOrphans: isOnly, SparedNow());
        child.Ended.Wait(CancellationToken.None);
        if (!pump.Wait(Drain, CancellationToken.None))
        {
            // Somebody writes still who has left the session and cleared its environment.
            left += ProcessSweep.End(variable, [child.Pid], withOrphans: isOnly, SparedNow(), child.Pipe);
            pump.Wait(LastDrain, CancellationToken.None);
        }

        lock (_spared)
        {
            _spared.Remove(child.Pid);
        }

        capture.Finish();
        var code = child.Status();
        if (pump.IsCompleted)
        {
            // Where nobody may end the last writer the stream stays open: closing it would wait for the read in it.
            child.Dispose();
        }

        return result with
        {
            Status = cut ?? (code is NotExecutable or NotFound ? SuiteStatus.NotRun : code == 0 ? SuiteStatus.Passed : SuiteStatus.Failed),
            ExitCode = code,
            Duration = duration,
            OutputBytes = capture.Bytes,
            LeftProcesses = cut is null ? left : 0,
            Notes = cut switch
            {
                SuiteStatus.TimedOut => [$"It took longer than {Words.Of(suite.Timeout)} and was ended with all that it had started."],
                SuiteStatus.Interrupted => ["The session was ended, and the suite with it."],
                _ when left > 0 => [$"It left {left} process{(left == 1 ? "" : "es")} behind, which {(left == 1 ? "was" : "were")} ended."],
                _ when code is null => ["Nobody could tell how it ended."],
                _ => [],
            },
        };
    }

    private HashSet<int> SparedNow()
    {
        lock (_spared)
        {
            return [.. _spared];
        }
    }

    private static void Pump(Stream output, OutputCapture capture)
    {
        var buffer = new byte[BufferSize];
        try
        {
            for (var read = output.Read(buffer); read > 0; read = output.Read(buffer))
            {
                capture.Take(buffer.AsSpan(0, read));
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // A process that nobody may end keeps the pipe open; what it still writes is not waited for.
        }
    }
}
