namespace Warder.Syntax.Shell;

/// <summary>A place where a script reads a named variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Span">The whole expansion, or the name where it stands bare.</param>
/// <param name="Command">The command in whose words, assignments or redirections it stands.</param>
/// <param name="Expansion">The expansion; null for a name given to <c>printenv</c>.</param>
public sealed record ShellVariableUse(
    string Name,
    TextSpan NameSpan,
    TextSpan Span,
    ShellCommand Command,
    ShellExpansion? Expansion)
{
    /// <summary>The word used when the variable is missing.</summary>
    public ShellWord? Default => Expansion?.Default;
}
