namespace Warder.Syntax.PowerShell;

/// <summary>A place where a script names a variable.</summary>
/// <param name="Kind">Where the variable lives.</param>
/// <param name="Name">The name without its scope; PowerShell ignores case.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Span">The whole expression, from <c>$</c>; the name where there is no <c>$</c>.</param>
/// <param name="Command">The statement in which it stands.</param>
/// <param name="IsAssigned">Whether the statement sets it.</param>
public sealed record PowerShellVariableUse(
    PowerShellVariableKind Kind,
    string Name,
    TextSpan NameSpan,
    TextSpan Span,
    PowerShellCommand Command,
    bool IsAssigned);
