using Warder.Sessions.Processes;
using Warder.Sessions.Records;

namespace Warder.Sessions.Running;

/// <summary>Keeps the record of a session up to date, so that another process can finish it at any moment.</summary>
internal sealed class SessionJournal
{
    private readonly SessionFolder _folder;
    private readonly Lock _gate = new();
    private readonly List<string> _problems = [];
    private SessionRecord _record;

    public SessionJournal(SessionFolder folder, SessionRecord record)
    {
        _folder = folder;
        _record = record;
    }

    /// <summary>What could not be written.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public void Started(int suite, ProcessIdentity? process) => Change(suite, s => s with { State = "running", Process = process });

    public void Ended(int suite, string state) => Change(suite, s => s with { State = state, Process = null });

    /// <summary>Writes the end.</summary>
    public SessionRecord Finish(IReadOnlyDictionary<string, string> tools, DateTimeOffset now, string state)
    {
        lock (_gate)
        {
            _record = _record with
            {
                EndTime = now,
                DurationSeconds = (long)Math.Max(0, Math.Round((now - _record.StartTime).TotalSeconds)),
                State = state,
                Owner = _record.Owner,
                Tools = tools,
                PythonVersion = tools.GetValueOrDefault("python", SessionRecord.NotAvailable),
                NodeVersion = tools.GetValueOrDefault("node", SessionRecord.NotAvailable),
            };
            Write();
            return _record;
        }
    }

    private void Change(int suite, Func<SuiteEntry, SuiteEntry> change)
    {
        lock (_gate)
        {
            _record = _record with { Suites = [.. _record.Suites.Select((s, i) => i == suite ? change(s) : s)] };
            Write();
        }
    }

    private void Write()
    {
        try
        {
            // A suite may have removed the folder.
            _folder.MakeFolders();
            _record.Write(_folder.RecordFile);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            if (_problems.Count == 0)
            {
                _problems.Add($"The record of the session cannot be written: {wrong.Message}");
            }
        }
    }
}
