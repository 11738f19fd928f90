namespace Warder.Syntax.PowerShell;

/// <summary>Everything read from one PowerShell script.</summary>
public sealed class PowerShellScript
{
    internal PowerShellScript(
        string text,
        IReadOnlyList<PowerShellCommand> commands,
        IReadOnlyList<PowerShellVariableUse> variableUses,
        IReadOnlyList<TextSpan> templates,
        long steps)
    {
        Text = text;
        Commands = commands;
        VariableUses = variableUses;
        Templates = templates;
        Steps = steps;
    }

    /// <summary>The text that all spans refer to.</summary>
    public string Text { get; }

    /// <summary>The statements in the order in which they begin.</summary>
    public IReadOnlyList<PowerShellCommand> Commands { get; }

    /// <summary>Each place that names a variable, in the order of the text.</summary>
    public IReadOnlyList<PowerShellVariableUse> VariableUses { get; }

    /// <summary>A workflow's <c>${{ … }}</c> outside comments, in order.</summary>
    public IReadOnlyList<TextSpan> Templates { get; }

    internal long Steps { get; }
}
