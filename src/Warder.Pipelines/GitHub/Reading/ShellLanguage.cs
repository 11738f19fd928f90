namespace Warder.Pipelines.GitHub.Reading;

/// <summary>Tells a script's language from <c>shell</c> and the runner.</summary>
internal static class ShellLanguage
{
    /// <summary>The language that a <c>shell</c> value runs; a Bash where the value is computed.</summary>
    public static ScriptLanguage Of(string shell)
    {
        foreach (var range in shell.AsSpan().Split(' '))
        {
            var word = shell.AsSpan()[range].Trim();
            word = word[(word.LastIndexOfAny('/', '\\') + 1)..];
            if (word.IsEmpty || word is "env" || word[0] == '-')
            {
                continue;
            }

            return OfCommand(word);
        }

        return ScriptLanguage.Shell;
    }

    /// <summary>The language of a runner's default shell.</summary>
    public static ScriptLanguage OfRunner(IReadOnlyList<string> labels)
    {
        foreach (var label in labels)
        {
            if (label.Contains("windows", StringComparison.OrdinalIgnoreCase))
            {
                return ScriptLanguage.PowerShell;
            }
        }

        return ScriptLanguage.Shell;
    }

    private static ScriptLanguage OfCommand(ReadOnlySpan<char> command)
    {
        if (command.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
        {
            command = command[..^4];
        }

        return command switch
        {
            "pwsh" or "powershell" => ScriptLanguage.PowerShell,
            "cmd" => ScriptLanguage.Command,
            "node" or "deno" or "bun" or "tsx" or "ts-node" or "zx" => ScriptLanguage.JavaScript,
            "ruby" => ScriptLanguage.Ruby,
            "perl" or "Rscript" or "julia" or "lua" or "php" => ScriptLanguage.Other,
            _ when command.StartsWith("python", StringComparison.Ordinal) => ScriptLanguage.Python,
            _ => ScriptLanguage.Shell,
        };
    }
}
