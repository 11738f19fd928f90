namespace Warder.History.Logs;

/// <summary>The end of the log: its last whole line, and what a killed writer left behind it.</summary>
/// <param name="Number">The number of the last line; 0 where there is none.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="End">The length of the log up to the end of that line, in bytes.</param>
/// <param name="Torn">The count of bytes behind it.</param>
/// <param name="IsWhole">Whether the last line is right.</param>
internal sealed record LogTail(long Number, string Hash, long End, long Torn, bool IsWhole)
{
    private const int Step = 64 * 1024;

    /// <summary>Reads the end of a file without reading all of it.</summary>
    public static LogTail Read(string file)
    {
        if (!File.Exists(file))
        {
            return new LogTail(0, LogLine.NoHash, End: 0, Torn: 0, IsWhole: true);
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read);
        var length = stream.Length;
        for (var take = (long)Step; ; take *= 4)
        {
            var from = Math.Max(0, length - take);
            var bytes = new byte[length - from];
            stream.Position = from;
            stream.ReadExactly(bytes);
            var end = bytes.AsSpan().LastIndexOf((byte)'\n');
            if (end < 0 && from > 0)
            {
                continue;
            }

            if (end < 0)
            {
                return new LogTail(0, LogLine.NoHash, End: 0, Torn: length, IsWhole: true);
            }

            var start = bytes.AsSpan(0, end).LastIndexOf((byte)'\n') + 1;
            if (start == 0 && from > 0)
            {
                continue;
            }

            var isWhole = LogLine.TryRead(bytes.AsSpan(start, end - start), out var number, out _, out var hash);
            return new LogTail(number, hash, from + end + 1, length - (from + end + 1), isWhole);
        }
    }
}
