using Warder.Syntax;
using Warder.Syntax.Shell;

namespace Warder.Pipelines.GitHub.Reading;

/// <summary>A place in a script where a value may arrive.</summary>
/// <param name="Span">The place in the script's text.</param>
/// <param name="Name">The variable, or <c>env.NAME</c>.</param>
/// <param name="Variable">The shell's own read of a variable.</param>
/// <param name="Uses">The uses that arrive; null where the variable decides.</param>
/// <param name="IsPasted">Whether a token is written right here.</param>
internal sealed record ShellArrival(TextSpan Span, string Name, ShellVariableUse? Variable, IReadOnlyList<int>? Uses, bool IsPasted);
