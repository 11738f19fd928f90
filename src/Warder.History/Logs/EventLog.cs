using System.Globalization;

namespace Warder.History.Logs;

/// <summary>Appends to the log: one writer at a time, each line bound to the one before.</summary>
public sealed class EventLog : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly LogFiles _files;
    private readonly FolderLock _lock;
    private readonly TimeProvider _clock;

    private EventLog(LogFiles files, FolderLock folderLock, TimeProvider clock)
    {
        _files = files;
        _lock = folderLock;
        _clock = clock;
    }

    /// <summary>What was found and mended when lines were appended: a sentence to tell the user; null where nothing.</summary>
    public string? Notice { get; private set; }

    /// <summary>Opens the log for writing; waits until no other writer has it.</summary>
    /// <exception cref="HistoryException">Another writer keeps it for too long.</exception>
    public static EventLog Open(LogFiles files, TimeProvider clock)
    {
        Directory.CreateDirectory(files.Folder);
        var folderLock = FolderLock.Take(files.Folder, Patience)
            ?? throw new HistoryException($"{files.Folder} is kept by another run of Warder for more than {Patience.TotalSeconds} seconds.");
        return new EventLog(files, folderLock, clock);
    }

    /// <summary>Appends entries in their order; they are on the disk when this returns.</summary>
    /// <exception cref="HistoryException">The log does not end where it was left: somebody changed it.</exception>
    public void Append(IReadOnlyList<string> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var tail = Mend();
        var head = new LogHead(tail.Number, tail.Hash, tail.Number + entries.Count);
        head.Write(_files.Head);
        using (var stream = new FileStream(_files.Log, FileMode.OpenOrCreate, FileAccess.Write))
        {
            stream.Position = tail.End;
            using var lines = new MemoryStream();
            var (number, hash) = (tail.Number, tail.Hash);
            foreach (var entry in entries)
            {
                (var bytes, hash) = LogLine.Make(++number, entry, hash);
                lines.Write(bytes);
            }

            lines.WriteTo(stream);
            stream.Flush(flushToDisk: true);
            head = new LogHead(number, hash, Coming: null);
        }

        head.Write(_files.Head);
    }

    /// <summary>Whether one of the last lines speaks of this run: a process may have been killed between writing them and saying so.</summary>
    public bool TellsOf(string runKey)
    {
        if (!File.Exists(_files.Log))
        {
            return false;
        }

        var sign = $",\"run\":\"{runKey}\",";
        return File.ReadLines(_files.Log).Any(l => l.Contains(sign, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    /// <summary>The end to append to. A torn line of a killed writer is set aside; anything else that is not as it was left is refused.</summary>
    internal LogTail Mend()
    {
        var tail = LogTail.Read(_files.Log);
        var head = File.Exists(_files.Head) ? LogHead.Read(_files.Head) : LogHead.Empty;
        var isPending = head?.Coming is not null;
        if (head is null
            || !tail.IsWhole
            || tail.Number < head.Number
            || tail.Number > (head.Coming ?? head.Number)
            || (tail.Number == head.Number && tail.Hash != head.Hash)
            || (tail.Torn > 0 && !isPending))
        {
            // An archived log may be empty; then its head alone knows the end.
            return tail is { Number: 0, IsWhole: true, Torn: 0 } && head is { Coming: null, Number: > 0 } && IsAllArchived()
                ? tail with { Number = head.Number, Hash = head.Hash }
                : throw new HistoryException($"{_files.Log} does not end as Warder left it; 'warder logs verify' says where. Nothing is appended to it.");
        }

        if (tail.Torn > 0)
        {
            SetAside(tail);
        }

        return tail;
    }

    private bool IsAllArchived() => File.Exists(_files.Log) && new FileInfo(_files.Log).Length == 0 && _files.ListArchives().Count > 0;

    private void SetAside(LogTail tail)
    {
        var stamp = _clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var aside = Path.Join(_files.Folder, $"audit-log.torn-{stamp}");
        using var stream = new FileStream(_files.Log, FileMode.Open, FileAccess.ReadWrite);
        var bytes = new byte[tail.Torn];
        stream.Position = tail.End;
        stream.ReadExactly(bytes);
        File.WriteAllBytes(aside, bytes);
        stream.SetLength(tail.End);
        stream.Flush(flushToDisk: true);
        Notice = $"the last line of {LogFiles.Name} was torn, as by a process that was killed; its {tail.Torn} bytes are set aside in {Path.GetFileName(aside)}.";
    }
}
