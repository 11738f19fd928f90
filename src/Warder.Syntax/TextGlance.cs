namespace Warder.Syntax;

/// <summary>Tells whether a text may hold what is looked for, so that it is worth decoding.</summary>
/// <param name="text">The text byte for character: right in its ASCII, whatever its encoding.</param>
/// <param name="isAscii">Whether there is nothing else in it.</param>
public delegate bool TextGlance(ReadOnlySpan<char> text, bool isAscii);
