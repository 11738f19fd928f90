using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Checks;

/// <summary>Looks closer at a value that has the shape of a format; null where it is none.</summary>
/// <param name="format">The format.</param>
/// <param name="value">The whole value.</param>
/// <param name="today">The day, by which ends of life are judged.</param>
internal delegate TokenVerdict? TokenCheck(TokenFormat format, ReadOnlySpan<byte> value, DateOnly today);
