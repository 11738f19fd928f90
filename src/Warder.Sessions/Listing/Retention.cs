using Warder.Engine.Hygiene;
using Warder.Sessions.Closing;
using Warder.Sessions.Records;

namespace Warder.Sessions.Listing;

/// <summary>Removes what is older than some days; audit data lives twice as long, and a session that nobody closed is archived, not deleted.</summary>
public static class Retention
{
    private const int AuditFactor = 2;

    /// <summary>Removes it.</summary>
    /// <param name="logs">The folders for artifacts.</param>
    /// <param name="days">For how many days artifacts are kept.</param>
    /// <param name="now">The time.</param>
    /// <param name="isDry">Whether only to tell.</param>
    public static IReadOnlyList<CleanedItem> Run(LogFolders logs, int days, DateTimeOffset now, bool isDry)
    {
        var items = new List<CleanedItem>();
        foreach (var artifact in ArtifactList.Of(logs))
        {
            var age = TimeSpan.FromDays(artifact.Kind == ArtifactKind.Audit ? (double)days * AuditFactor : days);
            if (now - artifact.Changed <= age || artifact.IsAlive)
            {
                continue;
            }

            var isSession = artifact.Kind == ArtifactKind.Session;
            items.Add(new CleanedItem(artifact, isSession, isDry ? null : isSession ? Close(artifact, now) : Remove(artifact)));
        }

        return items;
    }

    private static string? Close(Artifact artifact, DateTimeOffset now)
    {
        var session = artifact.Session!;
        using var held = SessionLock.Take(session.LockFile);
        if (held is null)
        {
            return "Somebody works in it";
        }

        var end = artifact.Record is { } record ? Recovery.Finish(session, record, now) : SessionEnd.Run(session);
        return end.Problems.Count == 0 ? null : string.Join(' ', end.Problems).TrimEnd('.');
    }

    private static string? Remove(Artifact artifact)
    {
        try
        {
            if (Directory.Exists(artifact.Full))
            {
                var removal = FolderRemoval.Of(artifact.Full);
                return removal.Left == 0 ? null : $"{removal.Left} entries could not be removed: {removal.FirstProblem?.TrimEnd('.')}";
            }

            File.Delete(artifact.Full);
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return wrong.Message.TrimEnd('.');
        }
    }
}
