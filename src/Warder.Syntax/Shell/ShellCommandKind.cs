namespace Warder.Syntax.Shell;

/// <summary>What kind of thing an entry in the list of commands is.</summary>
public enum ShellCommandKind
{
    /// <summary>A simple command: assignments, words and redirections, each of which may be missing.</summary>
    Simple,

    /// <summary><c>[[ … ]]</c>; its operands are the words.</summary>
    Test,

    /// <summary><c>(( … ))</c>, or the head of a <c>for ((…))</c>; its content is the only word.</summary>
    Arithmetic,

    /// <summary>The head of a <c>for</c> or <c>select</c>; its list is the words, its variable an assignment.</summary>
    Loop,

    /// <summary>The head of a <c>case</c>, or its patterns; they are the words.</summary>
    Case,

    /// <summary>Redirections behind a compound command.</summary>
    Redirection,
}
