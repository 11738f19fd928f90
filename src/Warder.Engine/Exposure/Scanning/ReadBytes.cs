namespace Warder.Engine.Exposure.Scanning;

/// <summary>Fills a buffer; gives the count of bytes, 0 at the end.</summary>
public delegate int ReadBytes(Span<byte> buffer);
