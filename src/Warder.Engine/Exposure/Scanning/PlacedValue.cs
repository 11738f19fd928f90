using Warder.Engine.Exposure.Search;
using Warder.Syntax;

namespace Warder.Engine.Exposure.Scanning;

/// <summary>A value with its place in a content.</summary>
/// <param name="Value">The value.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Line">The line that it starts on, cut to a length that can be shown, values hidden.</param>
internal sealed record PlacedValue(FoundValue Value, LinePosition Start, LinePosition End, string Line);
