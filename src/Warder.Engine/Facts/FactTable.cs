using System.Collections.Concurrent;
using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>An embedded fact file with one entry a line, sorted by its first member; an entry is read when it is first asked for.</summary>
/// <typeparam name="T">What an entry is read into.</typeparam>
internal sealed class FactTable<T>
    where T : class
{
    private readonly FactRows _rows;
    private readonly Func<JsonElement, T> _read;
    private readonly Lazy<List<string>> _keys;
    private readonly ConcurrentDictionary<string, T?> _known = new(StringComparer.OrdinalIgnoreCase);

    private FactTable(FactRows rows, Func<JsonElement, T> read)
    {
        _rows = rows;
        _read = read;
        _keys = new Lazy<List<string>>(ReadKeys);
    }

    /// <summary>The keys in order.</summary>
    public IReadOnlyList<string> Keys => _keys.Value;

    /// <summary>Opens a file whose entries start with this member.</summary>
    public static FactTable<T> Open(string name, string key, Func<JsonElement, T> read) => new(FactRows.Open(name, key), read);

    /// <summary>The entry of a key, compared without case; null where there is none.</summary>
    public T? Find(string key) => _known.GetOrAdd(key, Read);

    private T? Read(string key) => _rows.Find(key) is { IsEmpty: false } row ? FactRows.Read(row, _read) : null;

    private List<string> ReadKeys()
    {
        var keys = new List<string>();
        foreach (var row in _rows)
        {
            keys.Add(_rows.KeyOf(row));
        }

        return keys;
    }
}
