using System.Buffers;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>Reads one file from disk; what goes wrong is said, never thrown.</summary>
public static class FileReader
{
    /// <summary>The largest file that is read: 10 MiB. A workflow of half that size is already rejected by the platform.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Reads and decodes a file.</summary>
    /// <param name="place">Where it lies on disk.</param>
    /// <param name="path">What it is called in all output.</param>
    public static DecodedText Read(string place, string path)
    {
        try
        {
            // Sharing everything keeps the runtime from locking the file, which costs a call to the system each time.
            using var file = new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var length = file.CanSeek ? file.Length : 0;
            return length > MaxBytes ? TooLarge(length) : Decode(file, (int)length, path);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return new DecodedText(Source: null, $"The file cannot be read: {wrong.Message}", "unreadable-file");
        }
    }

    private static DecodedText Decode(FileStream file, int expected, string path)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(expected + 1, 4096));
        try
        {
            var filled = 0;
            int read;
            while ((read = file.Read(buffer, filled, buffer.Length - filled)) > 0)
            {
                filled += read;
                if (filled > MaxBytes)
                {
                    return TooLarge(filled);
                }

                if (filled == buffer.Length)
                {
                    buffer = Grown(buffer);
                }
            }

            return SourceDecoder.Decode(path, buffer.AsSpan(0, filled));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static DecodedText TooLarge(long length) =>
        new(Source: null, $"The file has {length / (1024 * 1024)} MiB; more than {MaxBytes / (1024 * 1024)} MiB is not read.", "file-too-large");
}
