using System.Globalization;

namespace Warder.History.Logs;

/// <summary>
/// Where the log ends, kept beside it: without this the last lines could be taken away unseen. While lines are appended it says where
/// they will end too, so that a process killed in between is not taken for somebody who cuts the log.
/// </summary>
/// <param name="Number">The number of the last line.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Coming">The number of the last line that is being appended; null where none is.</param>
internal sealed record LogHead(long Number, string Hash, long? Coming)
{
    public static LogHead Empty { get; } = new(0, LogLine.NoHash, Coming: null);

    /// <summary>Reads a head; null where the file is none.</summary>
    public static LogHead? Read(string file)
    {
        var parts = File.ReadAllText(file).Split(' ');
        return parts.Length is 2 or 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && parts[1].TrimEnd('\n') is { Length: 64 } hash
            && (parts.Length == 2 || long.TryParse(parts[2].TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                ? new LogHead(number, hash, parts.Length == 3 ? long.Parse(parts[2].TrimEnd('\n'), CultureInfo.InvariantCulture) : null)
                : null;
    }

    /// <summary>Writes it whole or not at all.</summary>
    public void Write(string file)
    {
        var temporary = file + ".unfinished";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Number} {Hash}{(Coming is { } coming ? $" {coming}" : "")}\n")));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: true);
    }
}
