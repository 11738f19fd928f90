using Warder.Engine.Policy;
using Warder.History;
using Warder.History.Logs;
using Warder.History.Recording;

namespace Warder.Cli.History;

/// <summary>Brings to a repository's log what waits for it in the history.</summary>
internal static class LogPublisher
{
    /// <summary>Where the log of a repository lies.</summary>
    public static LogFiles FilesOf(string root, AuditPolicy policy) => new(Path.Join(Path.GetFullPath(root), policy.Guard.Logs, "token-audit"));

    /// <summary>What a log is called in the history: machine and path, since several machines may share the history.</summary>
    public static string NameOf(LogFiles files) => $"{Environment.MachineName}:{files.Log}";

    /// <summary>Appends what waits, oldest first; what the log has already is not told twice.</summary>
    public static void Publish(HistoryDatabase history, string root, AuditPolicy policy)
    {
        var files = FilesOf(root, policy);
        using var log = OpenLog(root, policy);
        var waiting = Outbox.Waiting(history, NameOf(files));
        if (waiting.Count == 0)
        {
            return;
        }

        Write(log, files, [.. waiting.Where(w => !log.TellsOf(w.Key)).Select(w => w.Entry)]);
        Outbox.Remove(history, [.. waiting.Select(w => w.Run)]);
    }

    /// <summary>Appends entries that have no run.</summary>
    public static void Append(string root, AuditPolicy policy, params IReadOnlyList<string> entries)
    {
        using var log = OpenLog(root, policy);
        Write(log, FilesOf(root, policy), entries);
    }

    /// <summary>Opens the log for writing.</summary>
    public static EventLog OpenLog(string root, AuditPolicy policy)
    {
        OutputFile.RefuseLinks(root, policy.Guard.Logs + "/token-audit/" + LogFiles.Name);
        try
        {
            return EventLog.Open(FilesOf(root, policy), TimeProvider.System);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OutputError($"{policy.Guard.Logs}/token-audit cannot be written: {wrong.Message}", wrong);
        }
    }

    private static void Write(EventLog log, LogFiles files, IReadOnlyList<string> entries)
    {
        try
        {
            log.Append(entries);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new OutputError($"{files.Log} cannot be written: {wrong.Message}", wrong);
        }

        if (log.Notice is { } notice)
        {
            Console.Error.WriteLine($"warder: {notice}");
        }
    }
}
