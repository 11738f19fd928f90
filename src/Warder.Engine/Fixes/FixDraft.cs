using Warder.Syntax;

namespace Warder.Engine.Fixes;

/// <summary>What a fixer proposes.</summary>
public sealed record FixDraft
{
    /// <summary>The slug of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Where it begins in the text.</summary>
    public required int Offset { get; init; }

    /// <summary>What it does, one sentence without a full stop.</summary>
    public required string Description { get; init; }

    /// <summary>The edits; together or not at all.</summary>
    public required IReadOnlyList<TextEdit> Edits { get; init; }

    /// <summary>All that the edits mean to change; the rest of the file must read as before.</summary>
    public required IReadOnlyList<FixPath> Changes { get; init; }

    /// <summary>Why somebody should look at it, a clause without a full stop; null for a fix that is safe.</summary>
    public string? Doubt { get; init; }
}
