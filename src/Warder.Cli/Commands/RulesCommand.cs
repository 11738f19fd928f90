using System.CommandLine;
using Warder.Engine.Rules;
using Warder.Reports.Rules;

namespace Warder.Cli.Commands;

/// <summary><c>warder rules</c>: the catalogue.</summary>
internal static class RulesCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json", "markdown");
        var command = new Command("rules", "List the rules.") { flags.Format, flags.Color };
        command.SetAction(parse =>
        {
            RuleReports.For(flags.FormatOf(parse))!.Write([.. RuleCatalogue.All.Select(r => r.Descriptor)], flags.OptionsOf(parse), Console.Out);
            return ExitStatus.Clean;
        });
        return command;
    }
}
