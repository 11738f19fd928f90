namespace Warder.Syntax.Shell;

/// <summary>A variable that a command sets, declares or removes.</summary>
/// <param name="Kind">How.</param>
/// <param name="Name">The variable.</param>
/// <param name="NameSpan">Where its name stands.</param>
/// <param name="Span">From the name to the end of the value.</param>
/// <param name="Value">The word behind <c>=</c>, which may be empty; null where there is no <c>=</c>.</param>
/// <param name="IsAppend">Whether it is <c>+=</c>.</param>
public sealed record ShellAssignment(
    ShellAssignmentKind Kind,
    string Name,
    TextSpan NameSpan,
    TextSpan Span,
    ShellWord? Value,
    bool IsAppend);
