using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Warder.History.Store;

/// <summary>A file.</summary>
internal sealed class SqliteDialect : IDialect
{
    private const int Busy = 5;
    private const int Locked = 6;
    private readonly string _file;
    private readonly bool _mayCreate;
    private readonly int _patience;

    /// <summary>Over a file; waits so many seconds for another writer.</summary>
    public SqliteDialect(string file, bool mayCreate, int patience)
    {
        _file = file;
        _mayCreate = mayCreate;
        _patience = patience;
    }

    public string Name => _file;

    public string TableExists => "select count(*) from sqlite_master where type = 'table' and name = @p0";

    public DbConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _file,
            Mode = _mayCreate ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            DefaultTimeout = _patience,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();

        // A committed run must outlive the loss of power: the write-ahead log is flushed at every commit.
        command.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -16000";
        command.ExecuteNonQuery();
        return connection;
    }

    public DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public DbTransaction BeginAlone(DbConnection connection) => connection.BeginTransaction(IsolationLevel.Serializable);

    public bool IsLocked(DbException wrong) => wrong is SqliteException { SqliteErrorCode: Busy or Locked };
}
