namespace Warder.Syntax.Shell;

/// <summary>A simple command, or the head of a compound one.</summary>
public sealed class ShellCommand
{
    internal ShellCommand(ShellCommandKind kind, ShellCommand? parent, ShellNesting nesting, string? function)
    {
        Kind = kind;
        Parent = parent;
        Nesting = nesting;
        Function = function;
    }

    /// <summary>What kind of thing it is.</summary>
    public ShellCommandKind Kind { get; }

    /// <summary>From the first word, assignment or redirection to the end of the last; here-document bodies not included.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>Variables that it sets, declares or removes, in order.</summary>
    public IReadOnlyList<ShellAssignment> Assignments { get; internal set; } = [];

    /// <summary>The words without leading assignments; the first names the command.</summary>
    public IReadOnlyList<ShellWord> Words { get; internal set; } = [];

    /// <summary>The redirections in order.</summary>
    public IReadOnlyList<ShellRedirection> Redirections { get; internal set; } = [];

    /// <summary>The command in one of whose words this one is substituted.</summary>
    public ShellCommand? Parent { get; }

    /// <summary>In what it runs.</summary>
    public ShellNesting Nesting { get; }

    /// <summary>The function in whose body it stands.</summary>
    public string? Function { get; }

    /// <summary>The command whose output is its input; of several, the last.</summary>
    public ShellCommand? PipedFrom { get; internal set; }

    /// <summary>The command whose input is its output; of several, the first.</summary>
    public ShellCommand? PipedInto { get; internal set; }

    /// <summary>The literal first word without its path; null where there is none or it is not literal.</summary>
    public string? Name
    {
        get
        {
            if (Kind != ShellCommandKind.Simple || Words.Count == 0 || Words[0].Literal is not { } literal)
            {
                return null;
            }

            var slash = literal.LastIndexOf('/');
            return slash < 0 ? literal : literal[(slash + 1)..];
        }
    }

    /// <summary>The words after the first of a simple command.</summary>
    public IReadOnlyList<ShellWord> Arguments => Kind == ShellCommandKind.Simple && Words.Count > 1 ? [.. Words.Skip(1)] : [];
}
