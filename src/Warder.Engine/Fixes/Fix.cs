using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>A change of one file that mends one thing.</summary>
/// <param name="Rule">The slug of the rule whose finding it mends, or a name of its own.</param>
/// <param name="Path">The file.</param>
/// <param name="Position">Where it begins, in the text before the change.</param>
/// <param name="Safety">Whether it can change what a run does.</param>
/// <param name="Description">What it does, one sentence without a full stop.</param>
/// <param name="Edits">The edits; together or not at all.</param>
/// <param name="Changes">All that the edits mean to change.</param>
/// <param name="Doubt">Why somebody should look at it; null for a safe one.</param>
public sealed record Fix(
    string Rule,
    string Path,
    LinePosition Position,
    FixSafety Safety,
    string Description,
    IReadOnlyList<TextEdit> Edits,
    IReadOnlyList<FixPath> Changes,
    string? Doubt);
