using Warder.Sessions.Processes;
using Warder.Sessions.Records;
using Warder.Sessions.Suites;

namespace Warder.Sessions.Running;

/// <summary>Opens sessions.</summary>
public static class SessionOpening
{
    /// <summary>Opens one for suites that Warder runs.</summary>
    internal static (SessionFolder Folder, SessionLock Lock) Open(SessionRequest request, string command, ProcessIdentity? owner, out SessionRecord record)
    {
        var now = request.Clock.GetUtcNow();
        SessionRecord? made = null;
        var opened = SessionFolder.Open(request.Logs, now, folder => made = RecordOf(request, command, owner, now, folder));
        record = made!;
        return opened;
    }

    /// <summary>Opens one that somebody works in by hand, and gives the variables for it.</summary>
    /// <param name="request">What is wanted; without suites.</param>
    /// <exception cref="SessionException">It cannot be opened.</exception>
    public static (SessionFolder Folder, IReadOnlyList<KeyValuePair<string, string>> Variables) SetUp(SessionRequest request)
    {
        var (folder, held) = Open(request, "setup", owner: null, out var record);
        using (held)
        {
            var audit = request.Audit?.Invoke(folder.TokenAudit);
            _ = audit;
            File.WriteAllText(request.Logs.Current, $"{folder.Logs.Relative(folder.Full)}\n");
        }

        var places = folder.PlacesOf("manual", isAlone: true, isPytest: true);
        var variables = SessionEnvironment.Of(folder, places, withPytest: true, request.Environment.GetValueOrDefault("PYTEST_ADDOPTS")).ToList();
        variables.Add(new(SessionEnvironment.MarkVariable, record.Mark + ".manual"));
        var suite = new Suite { Name = "manual", Kind = SuiteKind.Command, IsPython = true };
        if (PythonEnvironment.Find(request.Logs.Root, suite, request.VirtualEnvironment) is { } python)
        {
            variables.Add(new("VIRTUAL_ENV", python.Folder));
        }

        return (folder, variables);
    }

    private static SessionRecord RecordOf(SessionRequest request, string command, ProcessIdentity? owner, DateTimeOffset now, SessionFolder folder) => new()
    {
        SessionId = folder.Id,
        StartTime = now,
        LogFile = folder.Logs.Relative(command == "run" ? folder.KeptOutput("session.log") : folder.Outputs),
        GitCommit = request.Revision.Commit ?? SessionRecord.NotAvailable,
        GitBranch = request.Revision.Branch ?? SessionRecord.NotAvailable,
        TokenGovernance = request.Governance,
        WarderVersion = request.Version,
        Command = command,
        State = command == "run" ? "running" : "open",
        Owner = owner,
        Mark = Guid.NewGuid().ToString("N"),
        Suites = [.. request.Suites.Select(s => new SuiteEntry { Name = s.Name, Directory = s.Directory, Command = s.CommandText })],
    };
}
