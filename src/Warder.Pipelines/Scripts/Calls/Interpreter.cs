namespace Warder.Pipelines.Scripts.Calls;

/// <summary>A program that runs a script given as its first argument, with the options to look past.</summary>
internal sealed class Interpreter
{
    private static readonly Interpreter Shell = new([], ["-c"]) { IsShell = true };
    private static readonly Interpreter Python = new(["-W", "-X"], ["-c"]) { HasModules = true };
    private static readonly Interpreter Node = new(["-r", "--require", "--import", "--loader", "-C", "--env-file"], ["-e", "--eval", "-p"]);
    private static readonly Interpreter Runner = new(["-c", "--config", "-P", "--project", "--import-map"], ["eval"]) { HasRun = true };
    private static readonly Interpreter Ruby = new(["-I", "-r"], ["-e"]);
    private static readonly Interpreter Power = new(
        ["-executionpolicy", "-ep", "-version", "-workingdirectory", "-inputformat", "-outputformat"],
        ["-command", "-c", "-encodedcommand", "-e"]);

    private readonly string[] _withValue;
    private readonly string[] _withCode;

    private Interpreter(string[] withValue, string[] withCode)
    {
        _withValue = withValue;
        _withCode = withCode;
    }

    /// <summary>Whether code given on the command line is shell.</summary>
    public bool IsShell { get; private init; }

    /// <summary>Whether <c>-m</c> names a module.</summary>
    public bool HasModules { get; private init; }

    /// <summary>Whether <c>run</c> may stand before the script.</summary>
    public bool HasRun { get; private init; }

    /// <summary>The interpreter by its name; null where it is none.</summary>
    public static Interpreter? Of(string name) => name switch
    {
        "bash" or "sh" or "zsh" or "dash" or "ksh" => Shell,
        "node" => Node,
        "deno" or "bun" or "tsx" or "ts-node" or "zx" or "esno" => Runner,
        "ruby" => Ruby,
        "pwsh" or "powershell" => Power,
        _ when name.StartsWith("python", StringComparison.Ordinal) || name is "py" => Python,
        _ => null,
    };

    /// <summary>Whether the option takes the next word.</summary>
    public bool TakesValue(string option) =>
        Array.IndexOf(_withValue, this == Power ? option.ToLowerInvariant() : option) >= 0
        || (IsShell && option is ['-' or '+', .., 'o' or 'O'] && option is not ['-', '-', ..]);

    /// <summary>Whether code follows the option, not a file.</summary>
    public bool IsCode(string option)
    {
        if (IsShell)
        {
            return option is ['-', not '-', ..] && option.Contains('c', StringComparison.Ordinal);
        }

        return Array.IndexOf(_withCode, this == Power ? option.ToLowerInvariant() : option) >= 0;
    }
}
