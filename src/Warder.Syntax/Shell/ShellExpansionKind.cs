namespace Warder.Syntax.Shell;

/// <summary>What an expansion puts into a word.</summary>
public enum ShellExpansionKind
{
    /// <summary>A parameter: <c>$X</c> or <c>${X…}</c>.</summary>
    Variable,

    /// <summary>A bare name in an arithmetic expression.</summary>
    ArithmeticName,

    /// <summary><c>$((…))</c>; the content is the argument.</summary>
    Arithmetic,

    /// <summary><c>$(…)</c> or backticks; the commands are in the script's list.</summary>
    CommandSubstitution,

    /// <summary><c>&lt;(…)</c> or <c>&gt;(…)</c>; the commands are in the script's list.</summary>
    ProcessSubstitution,

    /// <summary>A workflow's <c>${{ … }}</c>, replaced before the shell sees the text, also within single quotes.</summary>
    Template,
}
