using System.Buffers;
using Warder.Cli.Git;
using Warder.Engine.Exposure.Scanning;

namespace Warder.Cli.Scanning;

/// <summary>Scans contents that git holds.</summary>
internal static class HistoryScan
{
    private const int MaxWhole = 4 * 1024 * 1024;
    private const int Ahead = 16;

    /// <summary>Scans contents, each once; small ones side by side, large ones in pieces.</summary>
    public static void Run(Scanner scanner, string root, IReadOnlyList<GitBlob> blobs, Action<int, int>? progress)
    {
        var wanted = blobs.Where(b => scanner.Wants(b.Path)).ToList();
        using var contents = new GitContents(root, wanted);
        using var room = new SemaphoreSlim(Ahead);
        var tasks = new List<Task>();
        for (var i = 0; i < wanted.Count; i++)
        {
            var blob = wanted[i];
            var size = contents.Next();
            if (size < 0)
            {
                scanner.Fail(blob.Path, $"Git does not have the version {blob.Id}.");
                continue;
            }

            if (size > MaxWhole)
            {
                ScanStream(scanner, blob, contents, size);
            }
            else
            {
                room.Wait();
                tasks.Add(ScanWhole(scanner, blob, Take(contents, (int)size), (int)size, room));
            }

            contents.End();
            progress?.Invoke(i + 1, wanted.Count);
            tasks.RemoveAll(t => t.IsCompletedSuccessfully);
        }

        Task.WaitAll(tasks);
    }

    private static byte[] Take(GitContents contents, int size)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Math.Max(1, size));
        for (var at = 0; at < size;)
        {
            var read = contents.Read(bytes.AsSpan(at, size - at));
            at += read > 0 ? read : throw new OutputError("git ended in the middle of a file.");
        }

        return bytes;
    }

    private static Task ScanWhole(Scanner scanner, GitBlob blob, byte[] bytes, int size, SemaphoreSlim room) => Task.Run(() =>
    {
        var at = 0;
        scanner.Scan(new ScanSource(blob.Path, blob.Commits), buffer =>
        {
            var count = Math.Min(buffer.Length, size - at);
            bytes.AsSpan(at, count).CopyTo(buffer);
            at += count;
            return count;
        });
        ArrayPool<byte>.Shared.Return(bytes);
        room.Release();
    });

    private static void ScanStream(Scanner scanner, GitBlob blob, GitContents contents, long size)
    {
        var left = size;
        scanner.Scan(new ScanSource(blob.Path, blob.Commits), buffer =>
        {
            var count = contents.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
            left -= count;
            return count;
        });
    }
}
