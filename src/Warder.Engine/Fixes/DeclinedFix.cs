using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>Something that could be mended by hand and is not mended by Warder, with the reason.</summary>
/// <param name="Rule">The slug of the rule.</param>
/// <param name="Path">The file.</param>
/// <param name="Position">Where.</param>
/// <param name="Because">Why not, one sentence without a full stop.</param>
public sealed record DeclinedFix(string Rule, string Path, LinePosition Position, string Because);
