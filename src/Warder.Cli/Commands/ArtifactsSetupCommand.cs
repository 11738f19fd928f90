using System.CommandLine;
using Warder.Cli.Sessions;
using Warder.Sessions;
using Warder.Sessions.Running;

namespace Warder.Cli.Commands;

/// <summary><c>warder artifacts setup</c>: a session that somebody works in by hand.</summary>
internal static class ArtifactsSetupCommand
{
    public static Command Build()
    {
        var path = SessionTarget.PathOption();
        var export = new Option<bool>("--export") { Description = "Print only the commands that set the variables, for eval." };
        var shell = AuditFlags.Words("--shell", "shell", "Whose commands: sh (default), powershell.", "sh", "powershell");
        var noAudit = new Option<bool>("--no-audit") { Description = "Open it without the audit of tokens." };
        var command = new Command("setup", "Open a session to run tests in by hand, and print the environment that brings their artifacts into it.")
        {
            path, export, shell, noAudit,
        };
        command.SetAction(parse =>
        {
            if (SessionTarget.Open(parse.GetRequiredValue(path)) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var isRecovered = target.Recover();
            try
            {
                using var voice = new LiveOutput([], isQuiet: true, hasColor: false);
                var (folder, variables) = SessionOpening.SetUp(target.Request([], parallel: 1, voice, withAudit: !parse.GetValue(noAudit)));
                var isPowerShell = parse.GetValue(shell) == "powershell";
                foreach (var line in ShellExport.Lines(variables, isPowerShell))
                {
                    Console.Out.WriteLine(line);
                }

                if (!parse.GetValue(export))
                {
                    Console.Error.WriteLine($"warder: {folder.Id} is open: its artifacts lie in {folder.Logs.Relative(folder.Full)}.");
                    Console.Error.WriteLine(isPowerShell
                        ? "warder: to take the variables over: warder artifacts setup --export --shell powershell | Out-String | Invoke-Expression"
                        : "warder: to take the variables over: eval \"$(warder artifacts setup --export)\"");
                    Console.Error.WriteLine("warder: to close it: warder artifacts finish");
                }

                return isRecovered ? ExitStatus.Clean : ExitStatus.CouldNotWork;
            }
            catch (SessionException wrong)
            {
                Console.Error.WriteLine($"warder: {wrong.Message}");
                return ExitStatus.CouldNotWork;
            }
        });
        return command;
    }
}
