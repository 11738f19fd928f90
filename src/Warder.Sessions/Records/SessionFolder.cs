using System.Globalization;

namespace Warder.Sessions.Records;

/// <summary>The folder of one session under <c>temp</c>.</summary>
public sealed class SessionFolder
{
    /// <summary>The name of the record.</summary>
    public const string RecordName = "session_info.json";

    /// <summary>The name of the file whose lock says that the session lives.</summary>
    public const string LockName = ".lock";

    private const int MostInOneSecond = 1000;
    private static readonly string[] Folders = ["pytest", "coverage", "logs", "artifacts", "token-audit"];

    /// <summary>A session that is there.</summary>
    public SessionFolder(LogFolders logs, string id)
    {
        Logs = logs;
        Id = id;
        Full = System.IO.Path.Join(logs.Temp, id);
    }

    /// <summary>The folders that it lies in.</summary>
    public LogFolders Logs { get; }

    /// <summary>Its name: <c>test_session_20260331_235959</c>.</summary>
    public string Id { get; }

    /// <summary>The part of its name by which what is kept of it is named.</summary>
    public string Stamp => Id.StartsWith(LogFolders.SessionPrefix, StringComparison.Ordinal) ? Id[LogFolders.SessionPrefix.Length..] : Id;

    /// <summary>Where it lies.</summary>
    public string Full { get; }

    /// <summary>Its record.</summary>
    public string RecordFile => System.IO.Path.Join(Full, RecordName);

    /// <summary>The file whose lock says that it lives.</summary>
    public string LockFile => System.IO.Path.Join(Full, LockName);

    /// <summary>Results and summaries.</summary>
    public string Artifacts => System.IO.Path.Join(Full, "artifacts");

    /// <summary>Captured outputs.</summary>
    public string Outputs => System.IO.Path.Join(Full, "logs");

    /// <summary>Coverage.</summary>
    public string Coverage => System.IO.Path.Join(Full, "coverage");

    /// <summary>pytest's cache.</summary>
    public string Pytest => System.IO.Path.Join(Full, "pytest");

    /// <summary>Audit data.</summary>
    public string TokenAudit => System.IO.Path.Join(Full, "token-audit");

    /// <summary>Where its archive lies in the end.</summary>
    public string ArchiveFile => System.IO.Path.Join(Logs.Archive, $"{LogFolders.ArchivePrefix}{Stamp}{LogFolders.ArchiveEnding}");

    /// <summary>Where a kept output lies in the end.</summary>
    public string KeptOutput(string name) => System.IO.Path.Join(Logs.Logs, $"{Id}_{name}");

    /// <summary>Where results and summaries lie in the end.</summary>
    public string KeptResults => System.IO.Path.Join(Logs.Results, $"test_results_{Stamp}");

    /// <summary>Opens a new session: a folder that no other session has, with its record in it from the first moment.</summary>
    /// <exception cref="SessionException">It cannot be made.</exception>
    public static (SessionFolder Folder, SessionLock Lock) Open(LogFolders logs, DateTimeOffset now, Func<SessionFolder, SessionRecord> record)
    {
        logs.Make();
        var made = new SessionFolder(logs, $".new_{Guid.NewGuid():N}");
        try
        {
            made.MakeFolders();
            var held = SessionLock.Take(made.LockFile) ?? throw new SessionException("The lock of a new session cannot be taken.");
            for (var number = 1; number < MostInOneSecond; number++)
            {
                var stamp = now.ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture);
                var folder = new SessionFolder(logs, $"{LogFolders.SessionPrefix}{stamp}{(number == 1 ? "" : $"_{number}")}");
                if (System.IO.Path.Exists(folder.Full) || System.IO.Path.Exists(folder.ArchiveFile))
                {
                    continue;
                }

                record(folder).Write(made.RecordFile);
                try
                {
                    // A folder with something in it is never moved over another: two sessions cannot get one name.
                    Directory.Move(made.Full, folder.Full);
                    return (folder, held);
                }
                catch (IOException) when (System.IO.Path.Exists(folder.Full))
                {
                }
            }

            held.Dispose();
            throw new SessionException("There are too many sessions of this second.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SessionException($"The session cannot be opened: {wrong.Message}", wrong);
        }
    }

    /// <summary>The sessions that are there, sorted.</summary>
    public static IReadOnlyList<SessionFolder> All(LogFolders logs)
    {
        return logs.Holds(logs.Temp)
            ? [.. new DirectoryInfo(logs.Temp).EnumerateDirectories(LogFolders.SessionPrefix + "*").Where(d => d.LinkTarget is null).Select(d => new SessionFolder(logs, d.Name)).OrderBy(s => s.Id, StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Makes its folders, those that a suite has removed too.</summary>
    public void MakeFolders()
    {
        foreach (var folder in Folders)
        {
            Directory.CreateDirectory(System.IO.Path.Join(Full, folder));
        }
    }

    /// <summary>Where the artifacts of a suite go. A single suite has the folders to itself, as has pytest's coverage in the root.</summary>
    public SuitePlaces PlacesOf(string key, bool isAlone, bool isPytest)
    {
        var own = isAlone ? "" : key;
        return new SuitePlaces
        {
            Key = key,
            Log = System.IO.Path.Join(Outputs, key + ".log"),
            Coverage = System.IO.Path.Join(Coverage, own),
            PytestCache = System.IO.Path.Join(Pytest, own, ".pytest_cache"),
            JUnitFile = System.IO.Path.Join(Artifacts, isPytest && isAlone ? "pytest-results.xml" : $"{key}-results.xml"),
            ResultsFolder = System.IO.Path.Join(Artifacts, key),
        };
    }
}
