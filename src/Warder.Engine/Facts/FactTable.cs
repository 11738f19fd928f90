using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>
/// An embedded fact file with one entry a line, sorted by its first member. A line is found by bisection and parsed when it
/// is first asked for, so that a run pays for the entries it meets and not for the whole file.
/// </summary>
/// <typeparam name="T">What an entry is read into.</typeparam>
internal sealed class FactTable<T>
    where T : class
{
    private readonly byte[] _text;
    private readonly List<(int Start, int Length)> _lines = [];
    private readonly List<string> _keys = [];
    private readonly Func<JsonElement, T> _read;
    private readonly ConcurrentDictionary<string, T?> _known = new(StringComparer.OrdinalIgnoreCase);

    private FactTable(byte[] text, string key, Func<JsonElement, T> read)
    {
        _text = text;
        _read = read;
        Index($"{{\"{key}\": \"");
    }

    /// <summary>The keys in order.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Opens a file whose entries start with this member.</summary>
    public static FactTable<T> Open(string name, string key, Func<JsonElement, T> read)
    {
        using var stream = typeof(FactFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return new FactTable<T>(text, key, read);
    }

    /// <summary>The entry of a key, compared without case; null where there is none.</summary>
    public T? Find(string key) => _known.GetOrAdd(key, Read);

    private T? Read(string key)
    {
        var at = _keys.BinarySearch(key, StringComparer.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var (start, length) = _lines[at];
        using var document = JsonDocument.Parse(_text.AsMemory(start, length));
        return _read(document.RootElement);
    }

    private void Index(string head)
    {
        var prefix = Encoding.UTF8.GetBytes(head);
        var rest = _text.AsSpan();
        var offset = 0;
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            if (line.StartsWith(prefix))
            {
                var key = line[prefix.Length..];
                _keys.Add(Encoding.UTF8.GetString(key[..key.IndexOf((byte)'"')]));
                _lines.Add((offset, line.TrimEnd(" ,\r"u8).Length));
            }

            offset += line.Length + 1;
            rest = end < 0 ? default : rest[(end + 1)..];
        }
    }
}
