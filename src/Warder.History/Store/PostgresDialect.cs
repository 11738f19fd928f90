using System.Data;
using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Warder.History.Store;

/// <summary>A PostgreSQL server.</summary>
internal sealed class PostgresDialect : IDialect
{
    // Any number, the same for every Warder: whoever holds it writes.
    private const long WriterLock = 0x5741_5244_4552;
    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly int _patience;

    public PostgresDialect(string connection, int patience)
    {
        try
        {
            _settings = SettingsOf(connection);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or UriFormatException)
        {
            // The text may hold a password, and so may the driver's message, which is not shown.
            throw new HistoryException("the connection string of the history is not understood.", wrong);
        }

        _patience = patience;
    }

    public string Name => $"{_settings.Host}:{_settings.Port}/{_settings.Database}";

    public string TableExists => "select count(*) from information_schema.tables where table_schema = current_schema() and table_name = @p0";

    /// <summary>Whether a text is the address of a server, and not the path of a file.</summary>
    public static bool Is(string database) =>
        database.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || database.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || (database.Contains("host=", StringComparison.OrdinalIgnoreCase) && !File.Exists(database));

    public DbConnection Open()
    {
        // The slim kind knows numbers and texts, which is all that is stored; the other doubles the size of the program.
        var builder = new NpgsqlSlimDataSourceBuilder(_settings.ConnectionString);
        builder.EnableTransportSecurity();
        return builder.Build().OpenConnection();
    }

    public DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public DbTransaction BeginAlone(DbConnection connection)
    {
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        var isAlone = false;
        try
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"set local lock_timeout = '{_patience}s'; select pg_advisory_xact_lock({WriterLock})");
            command.ExecuteNonQuery();
            isAlone = true;
            return transaction;
        }
        finally
        {
            if (!isAlone)
            {
                transaction.Dispose();
            }
        }
    }

    public bool IsLocked(DbException wrong) => wrong is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    private static NpgsqlConnectionStringBuilder SettingsOf(string connection)
    {
        var settings = connection.Contains("://", StringComparison.Ordinal) ? OfAddress(new Uri(connection)) : new NpgsqlConnectionStringBuilder(connection);
        settings.Pooling = false;
        settings.ApplicationName ??= "warder";
        return settings;
    }

    private static NpgsqlConnectionStringBuilder OfAddress(Uri address)
    {
        var settings = new NpgsqlConnectionStringBuilder { Host = address.Host, Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')) };
        if (address.Port > 0)
        {
            settings.Port = address.Port;
        }

        var user = address.UserInfo.Split(':', 2);
        settings.Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null;
        settings.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null;
        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            settings[parts[0] == "sslmode" ? "SSL Mode" : parts[0]] = Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "");
        }

        return settings;
    }
}
