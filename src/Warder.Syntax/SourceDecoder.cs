using System.Buffers;
using System.Text;

namespace Warder.Syntax;

/// <summary>Turns a file's bytes into text: UTF-8, or UTF-16 where a byte order mark says so.</summary>
public static class SourceDecoder
{
    /// <summary>The largest file read, in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Little = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Big = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Decodes the bytes; a byte order mark is left out of the text.</summary>
    public static DecodedText Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return new DecodedText(null, $"The file has {bytes.Length} bytes; at most {MaxBytes} are read.", "file-too-large");
        }

        return bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Decode(path, rest, 3, Utf8, "UTF-8"),
            [0xFF, 0xFE, .. var rest] => Decode(path, rest, 2, Utf16Little, "UTF-16"),
            [0xFE, 0xFF, .. var rest] => Decode(path, rest, 2, Utf16Big, "UTF-16"),
            _ => Decode(path, bytes, 0, Utf8, "UTF-8"),
        };
    }

    /// <summary>Decodes the bytes unless a glance says that they hold nothing of interest: then <see cref="DecodedText.PassedOver"/>.</summary>
    /// <remarks>What could be no text, or is not told by its ASCII, is decoded in any case.</remarks>
    public static DecodedText Decode(string path, ReadOnlySpan<byte> bytes, TextGlance glance)
    {
        var isOther = bytes.Length > MaxBytes || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || bytes.Contains((byte)0);
        return isOther || glance(bytes) ? Decode(path, bytes) : DecodedText.PassedOver;
    }

    private static DecodedText Decode(string path, ReadOnlySpan<byte> bytes, int offset, Encoding encoding, string name)
    {
        if (ReferenceEquals(encoding, Utf8) && bytes.IndexOf((byte)0) is >= 0 and var zero)
        {
            return Binary(offset + zero);
        }

        string text;
        try
        {
            text = encoding.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var at = offset + FindInvalid(bytes, encoding, exception);
            var latin = ReferenceEquals(encoding, Utf8) ? new SourceText(path, Encoding.Latin1.GetString(bytes)) : null;
            return new DecodedText(null, $"The byte at offset {at} is not {name}.", "not-utf8") { AsLatin1 = latin };
        }

        var nul = ReferenceEquals(encoding, Utf8) ? -1 : text.IndexOf('\0', StringComparison.Ordinal);
        return nul >= 0 ? Binary(offset + (2 * nul)) : new DecodedText(new SourceText(path, text), null, null);
    }

    private static DecodedText Binary(int at) =>
        new(null, $"The file holds a zero byte at offset {at} and is taken for binary.", "binary-file");

    private static int FindInvalid(ReadOnlySpan<byte> bytes, Encoding encoding, DecoderFallbackException exception)
    {
        if (!ReferenceEquals(encoding, Utf8))
        {
            return Math.Max(0, exception.Index);
        }

        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
