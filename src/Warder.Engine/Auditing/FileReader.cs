using System.Buffers;
using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>Reads one file from disk; what goes wrong is said, never thrown.</summary>
public static class FileReader
{
    /// <summary>The largest file that is read: 10 MiB. A workflow of half that size is already rejected by the platform.</summary>
    public const int MaxBytes = SourceDecoder.MaxBytes;

    private const int FirstBuffer = 16 * 1024;

    /// <summary>Reads and decodes a file that was found.</summary>
    /// <param name="file">Where it lies on disk.</param>
    /// <param name="path">What it is called in all output.</param>
    /// <param name="glance">Passes over what need not be decoded; null where all must.</param>
    public static DecodedText Read(string file, string path, TextGlance? glance = null) => Read(file, path, mayWait: false, glance);

    /// <summary>Reads and decodes a plain file that a list of its folder named as such: the system need not be asked again what it is.</summary>
    /// <param name="file">Where it lies on disk.</param>
    /// <param name="path">What it is called in all output.</param>
    /// <param name="glance">Passes over what need not be decoded; null where all must.</param>
    public static DecodedText ReadListed(string file, string path, TextGlance? glance) => Guarded(() =>
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(handle);
        return length > MaxBytes ? TooLarge(length) : Read((buffer, at) => RandomAccess.Read(handle, buffer, at), path, length, glance);
    });

    /// <summary>Reads and decodes a file that the user named: a pipe, too, whoever may write it.</summary>
    /// <param name="file">Where it lies on disk.</param>
    /// <param name="path">What it is called in all output.</param>
    public static DecodedText ReadNamed(string file, string path) => Read(file, path, mayWait: true, glance: null);

    /// <summary>Reads and decodes a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="path">What it is called in all output.</param>
    /// <param name="length">How long it probably is.</param>
    /// <param name="glance">Passes over what need not be decoded; null where all must.</param>
    public static DecodedText Read(Stream stream, string path, long length = 0, TextGlance? glance = null) =>
        Read((buffer, _) => stream.Read(buffer), path, length, glance);

    private static DecodedText Read(string file, string path, bool mayWait, TextGlance? glance) => Guarded(() =>
    {
        var info = new FileInfo(file);
        var length = info.Exists ? info.Length : 0;
        if (length > MaxBytes)
        {
            return TooLarge(length);
        }

        // Opening a pipe waits for somebody to write into it, perhaps for ever. Its length is always 0.
        if (length == 0 && !mayWait && SpecialFile.Is(file))
        {
            return new DecodedText(Source: null, "This is a pipe, a socket or a device, not a file.", "not-a-file");
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return Read(stream, path, length, glance);
    });

    private static DecodedText Guarded(Func<DecodedText> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return new DecodedText(Source: null, $"The file cannot be read: {wrong.Message}", "unreadable-file");
        }
    }

    private static DecodedText TooLarge(long length) =>
        new(Source: null, $"The file has {length / (1024 * 1024)} MiB; more than {MaxBytes / (1024 * 1024)} MiB is not read.", "file-too-large");

    private static DecodedText Read(ReadMore read, string path, long length, TextGlance? glance)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(length + 1, FirstBuffer, MaxBytes + 1));
        try
        {
            var filled = 0;
            int more;

            // A file of known length is done when that much is read: one system call less for each. Others are read to their end.
            while ((filled == 0 || filled != length) && (more = read(buffer.AsSpan(filled), filled)) > 0)
            {
                filled += more;
                if (filled > MaxBytes)
                {
                    return new DecodedText(Source: null, $"There is more than {MaxBytes / (1024 * 1024)} MiB of it, which is not read.", "file-too-large");
                }

                if (filled == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(filled * 2);
                    buffer.AsSpan(0, filled).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            var bytes = buffer.AsSpan(0, filled);
            return glance is null ? SourceDecoder.Decode(path, bytes) : SourceDecoder.Decode(path, bytes, glance);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Fills a buffer from an offset, as far as it can; 0 at the end.</summary>
    private delegate int ReadMore(Span<byte> buffer, long offset);
}
