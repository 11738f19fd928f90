using Warder.Engine.Exposure.Formats;

namespace Warder.Engine.Exposure.Search;

/// <summary>A place in the values of a format by which they are found.</summary>
/// <param name="Format">The format.</param>
/// <param name="Pattern">Its pattern.</param>
/// <param name="Offset">How far behind the start of the value the word stands; of a keyword's word, behind the start of the keyword.</param>
/// <param name="Kind">What is found at the place.</param>
/// <param name="Keyword">The keyword; null where the value itself is found.</param>
internal sealed record Anchor(TokenFormat Format, BytePattern Pattern, int Offset, AnchorKind Kind, string? Keyword = null);
