namespace Warder.Syntax;

/// <summary>Tells whether a file may hold what is looked for, so that it is worth decoding.</summary>
/// <param name="bytes">The file; no zero byte is in it.</param>
public delegate bool TextGlance(ReadOnlySpan<byte> bytes);
