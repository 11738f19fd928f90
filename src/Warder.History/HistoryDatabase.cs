using System.Data.Common;
using Warder.History.Store;

namespace Warder.History;

/// <summary>A database of runs, findings and uses: a SQLite file, or a PostgreSQL server that several machines share.</summary>
public sealed class HistoryDatabase : IDisposable
{
    /// <summary>Where a repository keeps its history, relative to its root.</summary>
    public const string DefaultPath = ".warder/history.db";

    private const int PatienceInSeconds = 20;
    private readonly IDialect _dialect;
    private readonly DbConnection _connection;

    private HistoryDatabase(IDialect dialect, DbConnection connection)
    {
        _dialect = dialect;
        _connection = connection;
        Sql = new Sql(connection);
    }

    /// <summary>What people call it; never with a password.</summary>
    public string Name => _dialect.Name;

    internal Sql Sql { get; }

    /// <summary>Opens a history to read from it; null where there is none.</summary>
    /// <param name="database">A path, or the connection string of a PostgreSQL server.</param>
    /// <param name="patience">How many seconds to wait for another writer.</param>
    /// <exception cref="HistoryException">It cannot be opened, or a newer Warder made it.</exception>
    public static HistoryDatabase? OpenExisting(string database, int patience = PatienceInSeconds)
    {
        var isServer = PostgresDialect.Is(database);
        if (!isServer && !File.Exists(database))
        {
            return null;
        }

        var history = Connect(isServer ? new PostgresDialect(database, patience) : new SqliteDialect(database, mayCreate: false, patience));
        return history.Guard(() =>
        {
            var version = Migrations.VersionOf(history.Sql, history._dialect);
            Migrations.RefuseNewer(version, history._dialect);
            if (version == Migrations.Current)
            {
                return history;
            }

            if (version > 0)
            {
                history.Write(() => Migrations.Apply(history.Sql, history._dialect));
                return history;
            }

            history.Dispose();
            return null;
        });
    }

    /// <summary>Opens a history to write to it, and makes it where there is none.</summary>
    /// <param name="database">A path, or the connection string of a PostgreSQL server.</param>
    /// <param name="patience">How many seconds to wait for another writer.</param>
    /// <exception cref="HistoryException">It cannot be opened, or a newer Warder made it.</exception>
    public static HistoryDatabase Open(string database, int patience = PatienceInSeconds)
    {
        IDialect dialect = PostgresDialect.Is(database) ? new PostgresDialect(database, patience) : new SqliteDialect(database, mayCreate: true, patience);
        var history = Connect(dialect);
        return history.Guard(() =>
        {
            var version = Migrations.VersionOf(history.Sql, dialect);
            Migrations.RefuseNewer(version, dialect);
            if (version < Migrations.Current)
            {
                history.Write(() => Migrations.Apply(history.Sql, dialect));
            }

            return history;
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Sql.Dispose();
        _connection.Dispose();
    }

    /// <summary>Writes as the only writer: all of it or nothing.</summary>
    internal void Write(Action write) => Try(() =>
    {
        using var transaction = _dialect.BeginAlone(_connection);
        Sql.Transaction = transaction;
        try
        {
            write();
            transaction.Commit();
        }
        finally
        {
            Sql.Transaction = null;
        }

        return true;
    });

    /// <summary>Reads what belongs together, as it stood at one moment.</summary>
    internal T Read<T>(Func<Sql, T> read) => Try(() =>
    {
        using var transaction = _dialect.BeginSnapshot(_connection);
        Sql.Transaction = transaction;
        try
        {
            return read(Sql);
        }
        finally
        {
            Sql.Transaction = null;
        }
    });

    private static HistoryDatabase Connect(IDialect dialect)
    {
        try
        {
            return new HistoryDatabase(dialect, dialect.Open());
        }
        catch (Exception wrong) when (wrong is DbException or IOException or System.Net.Sockets.SocketException or TimeoutException)
        {
            throw Refusal(dialect, wrong);
        }
    }

    private static HistoryException Refusal(IDialect dialect, Exception wrong) =>
        wrong is DbException error && dialect.IsLocked(error)
            ? new HistoryException($"the history in {dialect.Name} is kept by another writer; try again when it is done.", wrong)
            : new HistoryException($"the history in {dialect.Name} cannot be used: {wrong.Message.ReplaceLineEndings(" ")}", wrong);

    private T Guard<T>(Func<T> open)
    {
        var isOpen = false;
        try
        {
            var result = Try(open);
            isOpen = true;
            return result;
        }
        finally
        {
            if (!isOpen)
            {
                Dispose();
            }
        }
    }

    private T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception wrong) when (wrong is DbException or IOException or TimeoutException)
        {
            throw Refusal(_dialect, wrong);
        }
    }
}
