using System.Data.Common;

namespace Warder.History.Store;

/// <summary>Reads a row's values one after another.</summary>
internal struct Columns
{
    private readonly DbDataReader _reader;
    private int _at;

    public Columns(DbDataReader reader) => _reader = reader;

    /// <summary>A number.</summary>
    public long Long() => _reader.GetInt64(_at++);

    /// <summary>A number that fits.</summary>
    public int Int() => checked((int)_reader.GetInt64(_at++));

    /// <summary>A text.</summary>
    public string Text() => _reader.GetString(_at++);

    /// <summary>A text or nothing.</summary>
    public string? TextOrNull() => _reader.IsDBNull(_at) ? Skip<string>() : _reader.GetString(_at++);

    /// <summary>A time.</summary>
    public DateTimeOffset Time() => DateTimeOffset.FromUnixTimeMilliseconds(_reader.GetInt64(_at++));

    private T? Skip<T>()
        where T : class
    {
        _at++;
        return null;
    }
}
