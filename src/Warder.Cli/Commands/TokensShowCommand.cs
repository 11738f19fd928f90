using System.CommandLine;
using Warder.Reports.Tokens;

namespace Warder.Cli.Commands;

/// <summary><c>warder tokens show NAME</c>: everything known of one token.</summary>
internal static class TokensShowCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var name = new Argument<string>("token") { Description = "The token's name, in any case." };
        var command = new Command("show", "Show one token: its entry, its uses, its chains and where its value arrives.")
        {
            name, flags.Paths, flags.Format, flags.Color, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            if (new AuditRun().Run(parse.GetValue(flags.Paths) ?? []) is not { } results)
            {
                return ExitStatus.CouldNotWork;
            }

            var token = parse.GetRequiredValue(name);
            if (!TokenReports.For(flags.FormatOf(parse))!.WriteOne(results, token, flags.OptionsOf(parse), Console.Out))
            {
                Console.Error.WriteLine($"warder: no token {token} is used or registered here. 'warder tokens list' lists them.");
                return ExitStatus.CouldNotWork;
            }

            return DiagnosticLines.Write(results);
        });
        return command;
    }
}
