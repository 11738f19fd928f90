using Warder.Sessions.Processes;
using Warder.Sessions.Records;

namespace Warder.Sessions.Running;

/// <summary>Keeps the record of a session up to date, so that another process can finish it at any moment.</summary>
internal sealed class SessionJournal
{
    private const int Attempts = 5;
    private readonly SessionFolder _folder;
    private readonly Lock _gate = new();
    private SessionRecord _record;
    private string? _problem;

    public SessionJournal(SessionFolder folder, SessionRecord record)
    {
        _folder = folder;
        _record = record;
    }

    /// <summary>Why the record is not as it should be; what could not be written once and was written later is no problem.</summary>
    public IReadOnlyList<string> Problems => _problem is null ? [] : [_problem];

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
        _problem = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                // A suite may have removed the folder, or may be doing so just now.
                _folder.MakeFolders();
                _record.Write(_folder.RecordFile);
                _problem = null;
                return;
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
            {
                _problem = $"The record of the session cannot be written: {wrong.Message}";
            }
        }
    }
}
