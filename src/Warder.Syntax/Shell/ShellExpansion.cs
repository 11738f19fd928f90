namespace Warder.Syntax.Shell;

/// <summary>A part of a word that the shell, or the workflow engine before it, replaces.</summary>
public sealed class ShellExpansion
{
    internal ShellExpansion(ShellExpansionKind kind, bool isQuoted)
    {
        Kind = kind;
        IsQuoted = isQuoted;
    }

    /// <summary>What it puts in.</summary>
    public ShellExpansionKind Kind { get; }

    /// <summary>The whole expansion, from <c>$</c> or backtick to its end.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>The parameter's name, which may be special such as <c>@</c> or <c>1</c>; null for other kinds.</summary>
    public string? Name { get; internal set; }

    /// <summary>Where the name stands.</summary>
    public TextSpan NameSpan { get; internal set; }

    /// <summary>What follows the name in <c>${X…}</c>, such as <c>:-</c>, <c>%%</c> or <c>/</c>; null where nothing does.</summary>
    public string? Operator { get; internal set; }

    /// <summary>What follows the operator, or the content of an arithmetic expansion.</summary>
    public ShellWord? Argument { get; internal set; }

    /// <summary>The content of the brackets in <c>${X[…]}</c>.</summary>
    public ShellWord? Index { get; internal set; }

    /// <summary>Whether it stands in double quotes, in a here-document or, a template, in single quotes.</summary>
    public bool IsQuoted { get; }

    /// <summary>Whether it is <c>${!X}</c>: the value names the variable that is read.</summary>
    public bool IsIndirect { get; internal set; }

    /// <summary>Whether it is <c>${#X}</c>: only the length is put in.</summary>
    public bool IsLength { get; internal set; }

    /// <summary>The word used when the variable is missing: the argument of <c>:-</c>, <c>-</c>, <c>:=</c> or <c>=</c>.</summary>
    public ShellWord? Default => Operator is ":-" or "-" or ":=" or "=" ? Argument : null;
}
