using System.Data.Common;

namespace Warder.History.Store;

/// <summary>Statements on one connection, prepared once; parameters are <c>@p0</c>, <c>@p1</c> and so on, and are numbers or texts.</summary>
internal sealed class Sql : IDisposable
{
    private readonly DbConnection _connection;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    public Sql(DbConnection connection) => _connection = connection;

    /// <summary>The transaction that statements take part in.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>Runs a statement; gives the count of rows it touched.</summary>
    public int Run(string text, params ReadOnlySpan<object?> values) => CommandOf(text, values).ExecuteNonQuery();

    /// <summary>The first value of the first row as a number; 0 where there is none.</summary>
    public long Number(string text, params ReadOnlySpan<object?> values) =>
        CommandOf(text, values).ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string text, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = CommandOf(text, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private DbCommand CommandOf(string text, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(text, out var command))
        {
            _commands[text] = command = _connection.CreateCommand();
            command.CommandText = text;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }
        }

        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i] is int number ? (long)number : values[i];
            command.Parameters[i].DbType = value is long ? System.Data.DbType.Int64 : System.Data.DbType.String;
            command.Parameters[i].Value = value ?? DBNull.Value;
        }

        return command;
    }
}
