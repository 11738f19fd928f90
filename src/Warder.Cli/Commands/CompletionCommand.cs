using System.CommandLine;

namespace Warder.Cli.Commands;

/// <summary><c>warder completion SHELL</c>: a script that lets the shell complete commands and options.</summary>
internal static class CompletionCommand
{
    // The scripts ask the program itself (System.CommandLine's [suggest] directive), so they never go stale.
    private const string Bash = """
        _warder() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(warder "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _warder warder
        """;

    private const string Zsh = """
        #compdef warder
        _warder() {
            local -a items
            items=("${(@f)$(warder "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -- $items
            _files
        }
        compdef _warder warder
        """;

    private const string Fish = """
        complete -c warder -a '(warder "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName warder -ScriptBlock {
            param($word, $line, $cursor)
            warder "[suggest:$cursor]" "$line" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    public static Command Build(RootCommand root)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", $"Print a completion script for a shell, for {root.Name}.") { shell };
        command.SetAction(parse =>
        {
            Console.Out.WriteLine(parse.GetRequiredValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                "fish" => Fish,
                _ => PowerShell,
            });
            return ExitStatus.Clean;
        });
        return command;
    }
}
