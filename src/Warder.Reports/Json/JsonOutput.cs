using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Warder.Reports.Json;

/// <summary>Writes JSON to a text writer in pieces; every text of the repository goes in through <see cref="Text(string, string?)"/> or <see cref="Item"/>.</summary>
internal sealed class JsonOutput : IDisposable
{
    // As characters it stays below the size from which memory is kept apart, to be cleared and collected at a higher price.
    private const int FlushAt = 16 * 1024;
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;
    private readonly TextWriter _output;

    public JsonOutput(TextWriter output)
    {
        _output = output;
        _json = new Utf8JsonWriter(_buffer, Indented);
    }

    public void StartObject(string? name = null)
    {
        if (name is null)
        {
            _json.WriteStartObject();
        }
        else
        {
            _json.WriteStartObject(name);
        }
    }

    public void EndObject()
    {
        _json.WriteEndObject();
        if (_json.BytesPending + _buffer.WrittenCount > FlushAt)
        {
            Flush();
        }
    }

    public void StartArray(string name) => _json.WriteStartArray(name);

    public void EndArray() => _json.WriteEndArray();

    public void Text(string name, string? text)
    {
        if (text is null)
        {
            _json.WriteNull(name);
        }
        else
        {
            _json.WriteString(name, Clean(text));
        }
    }

    /// <summary>Writes a property only where there is a text.</summary>
    public void TextIfAny(string name, string? text)
    {
        if (text is not null)
        {
            _json.WriteString(name, Clean(text));
        }
    }

    public void Item(string text) => _json.WriteStringValue(Clean(text));

    public void Items(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts)
        {
            _json.WriteStringValue(Clean(text));
        }

        _json.WriteEndArray();
    }

    public void Number(string name, long number) => _json.WriteNumber(name, number);

    public void Flag(string name, bool flag) => _json.WriteBoolean(name, flag);

    public void Null(string name) => _json.WriteNull(name);

    /// <summary>Ends the document with a line break.</summary>
    public void Finish()
    {
        Flush();
        _output.Write('\n');
    }

    public void Dispose() => _json.Dispose();

    private void Flush()
    {
        _json.Flush();
        var characters = ArrayPool<char>.Shared.Rent(_buffer.WrittenCount);
        _output.Write(characters, 0, Encoding.UTF8.GetChars(_buffer.WrittenSpan, characters));
        ArrayPool<char>.Shared.Return(characters);
        _buffer.ResetWrittenCount();
    }

    private static string Clean(string text) => text;
}
