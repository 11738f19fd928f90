namespace Warder.Syntax.Shell;

/// <summary>Everything read from one script.</summary>
public sealed class ShellScript
{
    internal ShellScript(
        string text,
        TextSpan span,
        IReadOnlyList<ShellCommand> commands,
        IReadOnlyList<ShellVariableUse> variableUses,
        IReadOnlyList<ShellProblem> problems,
        long steps)
    {
        Text = text;
        Span = span;
        Commands = commands;
        VariableUses = variableUses;
        Problems = problems;
        Steps = steps;
    }

    /// <summary>The text that all spans refer to.</summary>
    public string Text { get; }

    /// <summary>The range of the text that was read.</summary>
    public TextSpan Span { get; }

    /// <summary>The commands in the order in which they begin; a substituted one follows the one it stands in.</summary>
    public IReadOnlyList<ShellCommand> Commands { get; }

    /// <summary>The functions in whose bodies commands stand, each once.</summary>
    public IReadOnlyCollection<string> Functions => field ??= FunctionsOf(Commands);

    /// <summary>Each read of a named variable, in the order of the text.</summary>
    public IReadOnlyList<ShellVariableUse> VariableUses { get; }

    /// <summary>What is wrong with it, in no more detail than an unclosed construct needs.</summary>
    public IReadOnlyList<ShellProblem> Problems { get; }

    internal long Steps { get; }

    private static HashSet<string> FunctionsOf(IReadOnlyList<ShellCommand> commands)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in commands)
        {
            if (command.Function is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }
}
