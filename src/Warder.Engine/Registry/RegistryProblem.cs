using Warder.Syntax;

namespace Warder.Engine.Registry;

/// <summary>Something wrong with a registry's shape; the rest of the file is still read.</summary>
/// <param name="Kind">Which rule speaks of it.</param>
/// <param name="Message">One sentence without a full stop.</param>
/// <param name="Span">Where.</param>
/// <param name="Hint">What to write instead.</param>
public sealed record RegistryProblem(RegistryProblemKind Kind, string Message, TextSpan Span, string? Hint = null);
