namespace Warder.Syntax.Shell;

/// <summary>In what a command runs; several may hold at once.</summary>
[Flags]
public enum ShellNesting
{
    /// <summary>At the top of the script.</summary>
    None = 0,

    /// <summary>In parentheses.</summary>
    Subshell = 1,

    /// <summary>In <c>$(…)</c> or backticks.</summary>
    CommandSubstitution = 2,

    /// <summary>In <c>&lt;(…)</c> or <c>&gt;(…)</c>.</summary>
    ProcessSubstitution = 4,

    /// <summary>In the body of a function.</summary>
    Function = 8,
}
