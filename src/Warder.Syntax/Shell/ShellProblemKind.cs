namespace Warder.Syntax.Shell;

/// <summary>What is wrong with a script.</summary>
public enum ShellProblemKind
{
    /// <summary>A quote without its end.</summary>
    UnclosedQuote,

    /// <summary>A <c>${</c>, <c>$(</c>, <c>((</c>, <c>&lt;(</c>, list in parentheses or backtick without its end.</summary>
    UnclosedExpansion,

    /// <summary>A here-document that runs to the end of the text; shells accept it.</summary>
    UnclosedHereDocument,

    /// <summary>An <c>if</c>, loop, <c>case</c>, <c>{</c>, <c>(</c> or <c>[[</c> without its end.</summary>
    UnclosedCompound,

    /// <summary>The end of a compound command that was not begun.</summary>
    StrayCloser,

    /// <summary>Nested deeper than the parser follows; the inside was read as plain text.</summary>
    TooDeep,
}
