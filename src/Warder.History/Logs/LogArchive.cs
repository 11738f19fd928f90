using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Warder.History.Logs;

/// <summary>Moves old lines of the log into archives, and old archives away. The chain goes on through both: each is told in the log.</summary>
public sealed class LogArchive
{
    private readonly LogFiles _files;
    private readonly EventLog _log;
    private readonly TimeProvider _clock;

    /// <summary>Over a log that is open for writing.</summary>
    public LogArchive(LogFiles files, EventLog log, TimeProvider clock)
    {
        _files = files;
        _log = log;
        _clock = clock;
    }

    /// <summary>Moves the lines of before a time into an archive; gives its path and the count of lines, null where there are none.</summary>
    /// <exception cref="HistoryException">The log is broken: what would be moved could no longer be told apart.</exception>
    public (string File, long Lines)? Archive(DateTimeOffset before)
    {
        RefuseBroken();
        if (!File.Exists(_files.Log))
        {
            return null;
        }

        Finish();
        var lines = File.ReadAllLines(_files.Log).TakeWhile(l => TimeOf(l) < before).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        _ = LogLine.TryRead(Encoding.UTF8.GetBytes(lines[0]), out var first, out _, out _);
        _ = LogLine.TryRead(Encoding.UTF8.GetBytes(lines[^1]), out var last, out _, out var lastHash);
        Directory.CreateDirectory(_files.Archives);
        var name = string.Create(CultureInfo.InvariantCulture, $"audit-log-{first:D10}-{last:D10}.jsonl.gz");
        var archive = Path.Join(_files.Archives, name);
        Write(archive, stream =>
        {
            using var packed = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
            lines.ForEach(l => packed.Write(Encoding.UTF8.GetBytes(l + "\n")));
        });

        // Only now, with the archive on the disk: until the lines leave the log they are in both, which the verifier takes for one.
        _log.Append([LogEntry.Write(_clock.GetUtcNow(), "archive", json =>
        {
            json.WriteNumber("first", first);
            json.WriteNumber("last", last);
            json.WriteString("last_hash", lastHash);
            json.WriteString("file", name);
        })]);
        Cut(lines);
        return (archive, lines.Count);
    }

    /// <summary>Takes out of the log what an archive has already, whose maker was ended before it could.</summary>
    private void Finish()
    {
        var last = _files.ListArchives() is [.., var newest] && LastLine(newest) is { } end && LogLine.TryRead(Encoding.UTF8.GetBytes(end), out var number, out _, out _) ? number : 0;
        var lines = File.ReadLines(_files.Log).TakeWhile(l => LogLine.TryRead(Encoding.UTF8.GetBytes(l), out var n, out _, out _) && n <= last).ToList();
        if (lines.Count > 0)
        {
            Cut(lines);
        }
    }

    private void Cut(List<string> lines)
    {
        var length = lines.Sum(l => Encoding.UTF8.GetByteCount(l) + 1L);
        Write(_files.Log, stream =>
        {
            using var old = new FileStream(_files.Log, FileMode.Open, FileAccess.Read);
            old.Position = length;
            old.CopyTo(stream);
        });
    }

    /// <summary>Deletes archives whose last line is of before a time, oldest first; gives their names.</summary>
    /// <exception cref="HistoryException">The log is broken.</exception>
    public IReadOnlyList<string> Prune(DateTimeOffset before)
    {
        RefuseBroken();
        var gone = new List<string>();
        foreach (var archive in _files.ListArchives())
        {
            var end = LastLine(archive);
            if (end is null || TimeOf(end) >= before || !LogLine.TryRead(Encoding.UTF8.GetBytes(end), out var last, out _, out var hash))
            {
                break;
            }

            // Told before it is done: an archive that is still there does no harm, one that is missing without a word would.
            _log.Append([LogEntry.Write(_clock.GetUtcNow(), "prune", json =>
            {
                json.WriteNumber("last", last);
                json.WriteString("last_hash", hash);
                json.WriteString("file", Path.GetFileName(archive));
            })]);
            File.Delete(archive);
            gone.Add(Path.GetFileName(archive));
        }

        return gone;
    }

    /// <summary>The archives whose last line is of before a time, oldest first.</summary>
    public IReadOnlyList<string> Old(DateTimeOffset before) =>
        [.. _files.ListArchives().TakeWhile(a => LastLine(a) is { } end && TimeOf(end) < before).Select(a => Path.GetFileName(a))];

    private static void Write(string file, Action<Stream> write)
    {
        var temporary = file + ".unfinished";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: true);
    }

    private static string? LastLine(string archive)
    {
        using var stream = new FileStream(archive, FileMode.Open, FileAccess.Read);
        using var packed = new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        string? last = null;
        while (reader.ReadLine() is { } line)
        {
            last = line;
        }

        return last;
    }

    private static DateTimeOffset TimeOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("time").GetDateTimeOffset();
    }

    private void RefuseBroken()
    {
        if (LogVerifier.Verify(_files) is { Broken: { IsTorn: false } broken })
        {
            throw new HistoryException($"the log is broken ({Path.GetFileName(broken.File)}:{broken.Line}: {broken.What}); it is left as it is.");
        }
    }
}
