using Warder.Syntax;

namespace Warder.Engine.Findings;

/// <summary>A place in a file of the repository.</summary>
/// <param name="Path">Relative to the repository, with <c>/</c>.</param>
/// <param name="Span">The range.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends (the place after its last code unit).</param>
public sealed record Location(string Path, TextSpan Span, LinePosition Start, LinePosition End)
{
    /// <summary>The place of a range of a text.</summary>
    public static Location Of(SourceText source, TextSpan span) =>
        new(source.Path, span, source.GetPosition(span.Start), source.GetPosition(span.End));
}
