namespace Warder.History.Tests;

/// <summary>A SQLite history of a test's own, removed at its end.</summary>
internal sealed class HistoryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("warder-history-").FullName;

    public HistoryFile() => Database = HistoryDatabase.Open(Path);

    public string Path => System.IO.Path.Combine(_folder, "history.db");

    public HistoryDatabase Database { get; }

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
