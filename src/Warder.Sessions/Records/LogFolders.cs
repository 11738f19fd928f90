namespace Warder.Sessions.Records;

/// <summary>The folders of artifacts below the folder for logs, and the names of what is kept in them.</summary>
public sealed class LogFolders
{
    /// <summary>How the names of sessions begin.</summary>
    public const string SessionPrefix = "test_session_";

    /// <summary>How the names of archives begin.</summary>
    public const string ArchivePrefix = "test_artifacts_";

    /// <summary>How the names of archives end.</summary>
    public const string ArchiveEnding = ".tar.gz";

    private const string Ignored = "# Artifacts of test sessions: not for git\n*\n!.gitignore\n";

    /// <summary>Below a folder of a repository.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="logs">The folder for logs, relative to it.</param>
    public LogFolders(string root, string logs)
    {
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        RelativeLogs = logs;
        Logs = Path.Join(Root, logs);
        Temp = Path.Join(Logs, "temp");
        Archive = Path.Join(Logs, "archive");
        Coverage = Path.Join(Logs, "coverage");
        Pytest = Path.Join(Logs, "pytest");
        TokenAudit = Path.Join(Logs, "token-audit");
        Results = Path.Join(Logs, "test-results");
    }

    /// <summary>The repository.</summary>
    public string Root { get; }

    /// <summary>The folder for logs, relative to the repository.</summary>
    public string RelativeLogs { get; }

    /// <summary>The folder for logs.</summary>
    public string Logs { get; }

    /// <summary>Sessions that are open.</summary>
    public string Temp { get; }

    /// <summary>Archives of sessions.</summary>
    public string Archive { get; }

    /// <summary>Coverage that is kept.</summary>
    public string Coverage { get; }

    /// <summary>Caches of pytest that are kept.</summary>
    public string Pytest { get; }

    /// <summary>Audit data that is kept.</summary>
    public string TokenAudit { get; }

    /// <summary>Summaries and results that are kept.</summary>
    public string Results { get; }

    /// <summary>The file that names the session that <c>setup</c> has opened last.</summary>
    public string Current => Path.Join(Temp, ".current_session");

    /// <summary>Makes the folders.</summary>
    /// <exception cref="SessionException">A link leads out of the repository, or a folder cannot be made.</exception>
    public void Make()
    {
        try
        {
            foreach (var folder in new[] { Logs, Temp, Archive, Coverage, Pytest, TokenAudit, Results })
            {
                RefuseLinks(folder);
                Directory.CreateDirectory(folder);
                var ignore = Path.Join(folder, ".gitignore");
                if (folder != Logs && !Path.Exists(ignore))
                {
                    File.WriteAllText(ignore, Ignored);
                }
            }
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SessionException($"The folders for artifacts cannot be made: {wrong.Message}", wrong);
        }
    }

    /// <summary>A path as people read it: relative to the repository, with <c>/</c>.</summary>
    public string Relative(string full) => Path.GetRelativePath(Root, full).Replace('\\', '/');

    /// <summary>Whether a folder is there and no link of the repository leads the way to it elsewhere.</summary>
    public bool Holds(string folder)
    {
        try
        {
            RefuseLinks(folder);
            return Directory.Exists(folder);
        }
        catch (SessionException)
        {
            return false;
        }
    }

    /// <summary>Refuses a folder that a link of the repository leads elsewhere.</summary>
    public void RefuseLinks(string folder)
    {
        var at = Root;
        foreach (var part in Path.GetRelativePath(Root, folder).Split(Path.DirectorySeparatorChar))
        {
            at = Path.Join(at, part);
            if (new FileInfo(at).LinkTarget is not null)
            {
                throw new SessionException($"{Relative(folder)} is not written: the way to it leads through the link {Relative(at)} of the repository.");
            }
        }
    }
}
