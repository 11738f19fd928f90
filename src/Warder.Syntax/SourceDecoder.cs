namespace Warder.Syntax;

/// <summary>Turns a file's bytes into text.</summary>
public static class SourceDecoder
{
    /// <summary>Decodes a file.</summary>
    public static DecodedText Decode(string path, ReadOnlySpan<byte> bytes) => throw new NotSupportedException("pending");
}
