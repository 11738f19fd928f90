namespace Warder.Engine.Fixes;

/// <summary>How a script reads a variable at one place of its text.</summary>
/// <param name="Prefix">What stands before the variable's name.</param>
/// <param name="Suffix">What stands behind it.</param>
internal sealed record ScriptPlace(string Prefix, string Suffix)
{
    /// <summary>Why the script cannot read a variable there; null where it can.</summary>
    public string? Because { get; init; }

    /// <summary>Whether a value of several words was several arguments there, and would be one.</summary>
    public bool JoinsWords { get; init; }

    /// <summary>A place at which nothing can be read.</summary>
    public static ScriptPlace None(string because) => new("", "") { Because = because };
}
