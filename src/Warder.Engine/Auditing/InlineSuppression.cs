using Warder.Syntax;

namespace Warder.Engine.Auditing;

/// <summary>A comment <c>warder: ignore[slug] reason</c>.</summary>
public sealed record InlineSuppression
{
    /// <summary>The file.</summary>
    public required SourceText Source { get; init; }

    /// <summary>From <c>warder:</c> to the end of the reason.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The slugs in the brackets.</summary>
    public required IReadOnlyList<string> Slugs { get; init; }

    /// <summary>The reason; null where none is given, and then nothing is hidden.</summary>
    public required string? Reason { get; init; }

    /// <summary>The line whose findings it hides, from 1: its own, or the next one where it stands alone.</summary>
    public required int Line { get; init; }
}
