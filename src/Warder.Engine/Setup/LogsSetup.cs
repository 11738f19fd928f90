namespace Warder.Engine.Setup;

/// <summary>Plans the folders that reports, sessions and archives go to.</summary>
internal static class LogsSetup
{
    private static readonly string[] Folders = ["token-audit", "aar-reports", "temp", "archive", "coverage"];

    public static IEnumerable<SetupItem> Plan(SetupScene scene)
    {
        var logs = scene.Audit.Repository.Policy.Guard.Logs;
        if (scene.Audit.Repository.Files.Exists(logs) && !scene.HasFolder(logs))
        {
            return [new SetupItem(SetupPart.Logs, SetupDeed.ByHand, logs, "a file has the name of the folder for logs; move it, or name another folder in guard.logs")];
        }

        var missing = Folders.Select(f => $"{logs}/{f}").Where(f => !scene.HasFolder(f)).ToList();
        return missing.Count == 0
            ? [new SetupItem(SetupPart.Logs, SetupDeed.Keep, logs, "folders for reports, sessions and archives")]
            : missing.Select(f => new SetupItem(SetupPart.Logs, SetupDeed.Folder, f, "for reports, sessions and archives"));
    }
}
