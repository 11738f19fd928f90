namespace Warder.Engine.Exposure.Formats;

/// <summary>A part of a pattern: between so and so many bytes of a set.</summary>
/// <param name="Set">The bytes.</param>
/// <param name="Min">At least so many.</param>
/// <param name="Max">At most so many.</param>
internal readonly record struct PatternPart(ByteSet Set, int Min, int Max);
