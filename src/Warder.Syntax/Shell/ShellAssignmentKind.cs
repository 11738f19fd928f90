namespace Warder.Syntax.Shell;

/// <summary>How a command sets or declares a variable.</summary>
public enum ShellAssignmentKind
{
    /// <summary><c>X=value</c>, alone or before a command.</summary>
    Plain,

    /// <summary><c>export X</c> or <c>declare -x X</c>.</summary>
    Export,

    /// <summary><c>declare</c>, <c>typeset</c>, <c>local</c> or <c>readonly</c>.</summary>
    Declare,

    /// <summary>Filled from input: <c>read</c>, <c>mapfile</c>, <c>getopts</c>, <c>printf -v</c>.</summary>
    Read,

    /// <summary>Removed by <c>unset</c>.</summary>
    Unset,

    /// <summary>The variable of a <c>for</c> or <c>select</c>.</summary>
    Loop,
}
