using Warder.Engine.Auditing;
using Warder.History;
using Warder.History.Logs;
using Warder.History.Recording;

namespace Warder.Cli.History;

/// <summary>Records an audit: in the history, and from there in the log of the repository.</summary>
internal sealed class AuditRecording
{
    private readonly DateTimeOffset _start = TimeProvider.System.GetUtcNow();
    private readonly long _stamp = TimeProvider.System.GetTimestamp();
    private readonly RunOrigin _origin;
    private readonly string? _database;

    /// <summary>Begins to measure.</summary>
    public AuditRecording(RunOrigin origin, string? database)
    {
        _origin = origin;
        _database = database;
    }

    /// <summary>Whether the repository has a history already.</summary>
    public bool HasHistory(AuditResult result) =>
        _database is not null
        || (result.IsWhole && result.Repository.Files.Root is { } root && (result.Repository.Policy.HistoryConnection is { } variable
            ? !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable))
            : File.Exists(Path.Join(root, HistoryDatabase.DefaultPath))));

    /// <summary>Records what came of it.</summary>
    public void Record(AuditResult result)
    {
        var duration = TimeProvider.System.GetElapsedTime(_stamp);
        if (result.Repository.Files.Root is not { } root || !result.IsWhole)
        {
            throw new OutputError("only whole repositories are recorded; leave --record out, or the files.");
        }

        var at = RepositoryIdentity.Of(root);
        var moment = new RunMoment(Guid.NewGuid().ToString("N"), _origin, at.Commit, at.IsDirty, _start, duration, Product.Version);
        var files = LogPublisher.FilesOf(root, result.Repository.Policy);
        using var history = HistoryPlace.OpenToWrite(root, result.Repository.Policy, _database);
        new RunRecorder(history, new Track(at.Name, at.Branch, TrackKind.Runs)).Record(new AuditFacts().Of(result, moment), LogPublisher.NameOf(files));
        LogPublisher.Publish(history, root, result.Repository.Policy);
    }
}
