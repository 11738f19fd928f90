using System.CommandLine;
using Warder.Reports.Tokens;

namespace Warder.Cli.Commands;

/// <summary><c>warder tokens list</c>: every token and each of its uses.</summary>
internal static class TokensListCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var command = new Command("list", "List every token that is used or registered, and each of its uses.")
        {
            flags.Paths, flags.Format, flags.Color, flags.Quiet, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            if (new AuditRun { ShowProgress = true }.Run(parse.GetValue(flags.Paths) ?? []) is not { } results)
            {
                return ExitStatus.CouldNotWork;
            }

            TokenReports.For(flags.FormatOf(parse))!.WriteList(results, flags.OptionsOf(parse), Console.Out);
            return DiagnosticLines.Write(results);
        });
        return command;
    }
}
