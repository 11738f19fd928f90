using System.IO.Compression;
using System.Text.Json;

namespace Warder.History.Logs;

/// <summary>Reads a log with its archives from the first line to the last and names the first that is not as it was written.</summary>
public sealed class LogVerifier
{
    private readonly LogFiles _files;
    private long _number;
    private long _first;
    private long _lines;
    private string _hash = LogLine.NoHash;
    private readonly Dictionary<long, string> _pruned = [];
    private LogBreak? _broken;

    private LogVerifier(LogFiles files) => _files = files;

    /// <summary>Verifies; null where there is no log.</summary>
    /// <param name="files">The log.</param>
    /// <param name="known">A hash that was kept elsewhere: a line of the log must have it; null for none.</param>
    public static LogVerdict? Verify(LogFiles files, string? known = null)
    {
        var archives = files.ListArchives();
        if (!File.Exists(files.Log) && !File.Exists(files.Head) && archives.Count == 0)
        {
            return null;
        }

        var verifier = new LogVerifier(files);
        verifier.Run(archives, known?.ToLowerInvariant());
        return new LogVerdict(verifier._lines, archives.Count, verifier._first, verifier._number, verifier._hash, verifier._broken);
    }

    private void Run(IReadOnlyList<string> archives, string? known)
    {
        var isKnown = known is null;
        var from = FirstLineNumber() is > 0 and var live ? live : long.MaxValue;
        foreach (var archive in archives)
        {
            // An archive that was made and whose lines were not yet taken out of the log, by a process that was killed, is read with the log.
            ReadFile(archive, isArchive: true, from, hash => isKnown |= hash == known);
        }

        if (_broken is null)
        {
            ReadFile(_files.Log, isArchive: false, long.MaxValue, hash => isKnown |= hash == known);
        }

        CheckStart();
        CheckEnd();
        if (_broken is null && !isKnown)
        {
            _broken = new LogBreak(_files.Log, 0, "no line has the given hash", IsTorn: false);
        }
    }

    private long FirstLineNumber()
    {
        if (!File.Exists(_files.Log))
        {
            return 0;
        }

        using var stream = new FileStream(_files.Log, FileMode.Open, FileAccess.Read);
        foreach (var (line, _) in Lines(stream))
        {
            return LogLine.TryRead(line, out var number, out _, out _) ? number : 0;
        }

        return 0;
    }

    private void ReadFile(string file, bool isArchive, long before, Action<string> see)
    {
        if (_broken is not null || !File.Exists(file))
        {
            return;
        }

        long at = 0;
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read);
            using Stream text = isArchive ? new GZipStream(stream, CompressionMode.Decompress) : stream;
            foreach (var (line, isEnded) in Lines(text))
            {
                at++;
                if (!isEnded)
                {
                    _broken = Unended(file, at, isArchive);
                    return;
                }

                if (!LogLine.TryRead(line, out var number, out var previous, out var hash))
                {
                    _broken = new LogBreak(file, at, "the line is not as it was written", IsTorn: false);
                    return;
                }

                if (number >= before)
                {
                    return;
                }

                if (!Take(file, at, line, number, previous, hash))
                {
                    return;
                }

                see(hash);
            }
        }
        catch (InvalidDataException)
        {
            _broken = new LogBreak(file, at, "the archive is damaged", IsTorn: false);
        }
    }

    private bool Take(string file, long at, byte[] line, long number, string previous, string hash)
    {
        if (_lines == 0)
        {
            (_first, _number, _hash) = (number, number - 1, previous);
        }

        if (number != _number + 1 || previous != _hash)
        {
            var what = number == _number + 1 ? "the line does not follow the one before it" : $"the line has number {number}, and {_number + 1} is due";
            _broken = new LogBreak(file, at, what, IsTorn: false);
            return false;
        }

        (_number, _hash) = (number, hash);
        _lines++;
        if (line.AsSpan().IndexOf("\"event\":\"prune\""u8) >= 0)
        {
            TakePrune(line);
        }

        return true;
    }

    private void TakePrune(byte[] line)
    {
        using var json = JsonDocument.Parse(line);
        if (json.RootElement.GetProperty("event").GetString() == "prune")
        {
            _pruned[json.RootElement.GetProperty("last").GetInt64()] = json.RootElement.GetProperty("last_hash").GetString()!;
        }
    }

    /// <summary>A line without its end is torn where a writer was at work, and cut where none was.</summary>
    private LogBreak Unended(string file, long at, bool isArchive)
    {
        var isTorn = !isArchive && File.Exists(_files.Head) && LogHead.Read(_files.Head) is { Coming: not null } head && head.Number <= _number;
        return new LogBreak(file, at, isTorn ? "the line is torn: its writer was ended; the next record sets it aside" : "the line is cut", isTorn);
    }

    private void CheckStart()
    {
        if (_broken is null && _lines > 0 && FirstPrevious() != (_first == 1 ? LogLine.NoHash : _pruned.GetValueOrDefault(_first - 1)))
        {
            _broken = new LogBreak(_files.Log, 0, $"lines before number {_first} are missing, and no pruning tells of it", IsTorn: false);
        }
    }

    private string FirstPrevious()
    {
        foreach (var file in _files.ListArchives().Append(_files.Log))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read);
            using Stream text = file == _files.Log ? stream : new GZipStream(stream, CompressionMode.Decompress);
            foreach (var (line, _) in Lines(text))
            {
                _ = LogLine.TryRead(line, out _, out var previous, out _);
                return previous;
            }
        }

        return "";
    }

    private void CheckEnd()
    {
        if (_broken is { IsTorn: false })
        {
            return;
        }

        if (!File.Exists(_files.Head) || LogHead.Read(_files.Head) is not { } head)
        {
            _broken = new LogBreak(_files.Head, 0, "what says where the log ends is missing or damaged", IsTorn: false);
        }
        else if (_number < head.Number)
        {
            _broken = new LogBreak(_files.Log, 0, $"lines {_number + 1} to {head.Number} are missing at the end", IsTorn: false);
        }
        else if (_number > (head.Coming ?? head.Number))
        {
            _broken = new LogBreak(_files.Log, 0, $"lines {head.Number + 1} to {_number} at the end were not appended by Warder", IsTorn: false);
        }
        else if (_number == head.Number && _hash != head.Hash)
        {
            _broken = new LogBreak(_files.Log, 0, $"line {_number} is not the one that was appended", IsTorn: false);
        }
    }

    /// <summary>The lines of a stream without their line breaks, and whether each had one.</summary>
    private static IEnumerable<(byte[] Line, bool IsEnded)> Lines(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        using var line = new MemoryStream();
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            var start = 0;
            int end;
            while ((end = Array.IndexOf(buffer, (byte)'\n', start, read - start)) >= 0)
            {
                line.Write(buffer, start, end - start);
                yield return (line.ToArray(), true);
                line.SetLength(0);
                start = end + 1;
            }

            line.Write(buffer, start, read - start);
        }

        if (line.Length > 0)
        {
            yield return (line.ToArray(), false);
        }
    }
}
