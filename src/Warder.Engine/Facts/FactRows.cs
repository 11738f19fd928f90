using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Warder.Engine.Facts;

/// <summary>
/// The entries of an embedded fact file that has one a line, each beginning with the same member. They are read where the program
/// itself lies in memory: nothing is copied, and a run pays for the entries it meets and not for the whole file.
/// </summary>
internal sealed unsafe class FactRows
{
    /// <summary>More than the characters of any name in the data.</summary>
    public const int LongestKey = 256;

    private readonly byte* _text;
    private readonly int _length;
    private readonly byte[] _head;

    private FactRows(UnmanagedMemoryStream stream, byte[] head)
    {
        // What is embedded stays in its place as long as the program runs.
        var text = new ReadOnlySpan<byte>(stream.PositionPointer, (int)stream.Length);
        ReadOnlySpan<byte> start = [(byte)'\n', .. head];
        var first = text.IndexOf(start) + 1;
        var last = text.LastIndexOf(start) + 1;
        var end = text[last..].IndexOf((byte)'\n');
        _text = stream.PositionPointer + first;
        _length = (end < 0 ? text.Length : last + end) - first;
        _head = head;
    }

    /// <summary>All rows one below the other.</summary>
    private ReadOnlySpan<byte> Text => new(_text, _length);

    /// <summary>Opens a file whose entries begin with this member, a text.</summary>
    public static FactRows Open(string name, string key) => OpenFrom(name, $"{{\"{key}\": \"");

    /// <summary>Opens a file whose entries are lists that begin with a text.</summary>
    public static FactRows OpenLists(string name) => OpenFrom(name, "[\"");

    /// <summary>The row whose first member has a value, compared without case, where the rows are sorted so; empty where there is none.</summary>
    public ReadOnlySpan<byte> Find(string key)
    {
        var rest = Text;
        while (rest.Length > 0)
        {
            var middle = rest.Length / 2;
            var start = rest[..middle].LastIndexOf((byte)'\n') + 1;
            var row = LineAt(rest, start);
            switch (Compare(key, row))
            {
                case 0:
                    return row.TrimEnd(" ,\r"u8);
                case < 0:
                    rest = rest[..Math.Max(0, start - 1)];
                    break;
                default:
                    rest = rest[Math.Min(rest.Length, start + row.Length + 1)..];
                    break;
            }
        }

        return [];
    }

    /// <summary>The first member of a row.</summary>
    public string KeyOf(ReadOnlySpan<byte> row) => Encoding.UTF8.GetString(KeyBytes(row));

    /// <summary>Whether a row begins with a value.</summary>
    public bool IsOf(ReadOnlySpan<byte> row, string key) => Ascii.Equals(KeyBytes(row), key);

    /// <summary>Where a row stands.</summary>
    public int OffsetOf(ReadOnlySpan<byte> row) => (int)Unsafe.ByteOffset(ref *_text, ref MemoryMarshal.GetReference(row));

    /// <summary>The row that stands at a place.</summary>
    public ReadOnlySpan<byte> RowAt(int offset) => LineAt(Text, offset).TrimEnd(" ,\r"u8);

    /// <summary>The rows in order.</summary>
    public Enumerator GetEnumerator() => new(Text);

    /// <summary>Reads a row.</summary>
    public static T Read<T>(ReadOnlySpan<byte> row, Func<JsonElement, T> read)
    {
        var reader = new Utf8JsonReader(row);
        using var document = JsonDocument.ParseValue(ref reader);
        return read(document.RootElement);
    }

    private static FactRows OpenFrom(string name, string head)
    {
        using var stream = typeof(FactRows).Assembly.GetManifestResourceStream(name) as UnmanagedMemoryStream
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return new FactRows(stream, Encoding.UTF8.GetBytes(head));
    }

    private int Compare(string key, ReadOnlySpan<byte> row)
    {
        var bytes = KeyBytes(row);
        Span<char> characters = stackalloc char[LongestKey];
        return key.AsSpan().CompareTo(characters[..Encoding.UTF8.GetChars(bytes, characters)], StringComparison.OrdinalIgnoreCase);
    }

    private ReadOnlySpan<byte> KeyBytes(ReadOnlySpan<byte> row)
    {
        var key = row[_head.Length..];
        return key[..key.IndexOf((byte)'"')];
    }

    private static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> text, int start)
    {
        var line = text[start..];
        return line.IndexOf((byte)'\n') is >= 0 and var end ? line[..end] : line;
    }

    /// <summary>Goes through the rows.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> _rest;

        internal Enumerator(ReadOnlySpan<byte> text)
        {
            _rest = text;
        }

        /// <summary>The row.</summary>
        public ReadOnlySpan<byte> Current { get; private set; }

        /// <summary>Goes to the next row; false behind the last.</summary>
        public bool MoveNext()
        {
            if (_rest.IsEmpty)
            {
                return false;
            }

            var line = LineAt(_rest, 0);
            _rest = _rest[Math.Min(_rest.Length, line.Length + 1)..];
            Current = line.TrimEnd(" ,\r"u8);
            return true;
        }
    }
}
