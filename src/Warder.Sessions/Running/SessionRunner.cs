using Warder.Sessions.Closing;
using Warder.Sessions.Processes;
using Warder.Sessions.Records;
using Warder.Sessions.Reports;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Running;

/// <summary>Runs a session from its opening to its archive.</summary>
public sealed class SessionRunner
{
    private readonly SessionRequest _request;
    private readonly CancellationToken _stop;
    private readonly HashSet<int> _running = [];
    private readonly List<string> _problems = [];
    private readonly SessionJournal _journal;
    private readonly SessionFolder _folder;
    private readonly string _mark;
    private readonly HashSet<string> _root;

    private SessionRunner(SessionRequest request, SessionFolder folder, SessionRecord record, CancellationToken stop)
    {
        _request = request with { Voice = new SessionLog(request.Voice, folder, request.Clock) };
        _folder = folder;
        _stop = stop;
        _mark = record.Mark;
        _journal = new SessionJournal(folder, record);
        _root = RootNames(request.Logs.Root);
    }

    /// <summary>Runs the suites; whatever happens, the session is closed.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="stop">Ends the session: the suites with all that they started, then the closing as always.</param>
    /// <exception cref="SessionException">The session cannot be opened.</exception>
    public static SessionResult Run(SessionRequest request, CancellationToken stop)
    {
        var (folder, held) = SessionOpening.Open(request, "run", ProcessIdentity.Own, out var record);
        using (held)
        {
            Posix.AdoptOrphans();
            return new SessionRunner(request, folder, record, stop).Run();
        }
    }

    private SessionResult Run()
    {
        var tools = ToolVersions.Ask(_request, _running);
        var audit = _request.Audit is { } run ? run(_folder.TokenAudit) : (int?)null;
        var suites = RunSuites();
        var versions = tools.Wait();
        if (!OperatingSystem.IsWindows())
        {
            // What broke out of every group and environment has become a child of this process.
            ProcessSweep.End($"{SessionEnvironment.MarkVariable}={_mark}.", [], withOrphans: true, new HashSet<int>());
        }

        var record = _journal.Finish(versions, _request.Clock.GetUtcNow(), _stop.IsCancellationRequested ? "interrupted" : "ended");
        var result = new SessionResult
        {
            Folder = _folder,
            Record = record,
            Suites = suites,
            AuditStatus = audit,
            IsInterrupted = _stop.IsCancellationRequested,
            RootEntries = [.. RootNames(_request.Logs.Root).Except(_root, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Problems = _problems,
        };
        _problems.AddRange(_journal.Problems);
        _problems.AddRange(SessionReports.Write(result));
        return result with { End = SessionEnd.Run(_folder) };
    }

    private SuiteResult[] RunSuites()
    {
        var suites = _request.Suites;
        var keys = SuiteKeys.Of(suites);
        var results = new SuiteResult[suites.Count];
        using var runner = new SuiteRunner(_request, _folder, _mark, _running, _stop);
        var parallel = Math.Clamp(_request.Parallel, 1, Math.Max(1, suites.Count));
        var next = -1;
        void Work()
        {
            for (var at = Interlocked.Increment(ref next); at < suites.Count; at = Interlocked.Increment(ref next))
            {
                var suite = suites[at];
                var places = _folder.PlacesOf(keys[at], suites.Count == 1, suite.Kind == SuiteKind.Pytest);
                var index = at;
                _request.Voice.Say($"{suite.Name}: {suite.CommandText}{(suite.Directory.Length > 0 ? $" (in {suite.Directory})" : "")}");
                results[at] = runner.Run(suite, places, process => _journal.Started(index, process));
                _journal.Ended(at, results[at].StatusWord);
                _request.Voice.Say($"{suite.Name}: {SuiteWords.Of(results[at])}");
            }
        }

        var others = Enumerable.Range(1, parallel - 1).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Work();
        Task.WaitAll(others, CancellationToken.None);
        _problems.AddRange(runner.PutBack());
        return results;
    }

    private static HashSet<string> RootNames(string root) => [.. new DirectoryInfo(root).EnumerateFileSystemInfos().Select(e => e.Name)];
}
