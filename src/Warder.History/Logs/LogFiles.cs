namespace Warder.History.Logs;

/// <summary>Where the log and what belongs to it lie.</summary>
/// <param name="Folder">The folder <c>logs/token-audit</c> of a repository.</param>
public sealed record LogFiles(string Folder)
{
    /// <summary>The name of the log.</summary>
    public const string Name = "audit-log.jsonl";

    /// <summary>The log.</summary>
    public string Log => Path.Join(Folder, Name);

    /// <summary>Where it ends.</summary>
    public string Head => Path.Join(Folder, "audit-log.head");

    /// <summary>The folder of archives.</summary>
    public string Archives => Path.Join(Folder, "archive");

    /// <summary>The archives, oldest first.</summary>
    public IReadOnlyList<string> ListArchives() =>
        Directory.Exists(Archives) ? [.. Directory.EnumerateFiles(Archives, "audit-log-*.jsonl.gz").Order(StringComparer.Ordinal)] : [];
}
