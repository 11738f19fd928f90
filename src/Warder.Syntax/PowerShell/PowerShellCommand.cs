namespace Warder.Syntax.PowerShell;

/// <summary>A statement: a command, an expression or the head of a block.</summary>
public sealed class PowerShellCommand
{
    internal PowerShellCommand(PowerShellCommand? parent) => Parent = parent;

    /// <summary>From the first word to the end of the last.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>The words without an assignment's left side and without <c>&amp;</c>.</summary>
    public IReadOnlyList<PowerShellWord> Words { get; internal set; } = [];

    /// <summary>The left side of an assignment, as written.</summary>
    public string? AssignedTo { get; internal set; }

    /// <summary>The statement in whose parentheses, braces or string this one stands.</summary>
    public PowerShellCommand? Parent { get; }

    /// <summary>The statement whose output is its input.</summary>
    public PowerShellCommand? PipedFrom { get; internal set; }

    /// <summary>The statement whose input is its output.</summary>
    public PowerShellCommand? PipedInto { get; internal set; }

    /// <summary>The literal first word; null where it is not literal.</summary>
    public string? Name => Words.Count > 0 ? Words[0].Literal : null;
}
