using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Warder.History.Logs;

/// <summary>Writes what one line of the log says: an object of JSON in one line, to which the log adds number and hashes.</summary>
public static class LogEntry
{
    private static readonly JsonWriterOptions OneLine = new() { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an entry.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="name">What happened, one word.</param>
    /// <param name="write">Writes more of it; no property may be called n, prev or hash.</param>
    public static string Write(DateTimeOffset time, string name, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, OneLine))
        {
            json.WriteStartObject();
            json.WriteString("time", time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("event", name);
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
