using Warder.Syntax;

namespace Warder.Pipelines;

/// <summary>Why the platform would reject a file.</summary>
/// <param name="Message">One sentence.</param>
/// <param name="Span">Where.</param>
public sealed record PipelineProblem(string Message, TextSpan Span);
