using System.CommandLine;
using Warder.Cli.Aar;
using Warder.Reports.Aar;

namespace Warder.Cli.Commands;

/// <summary><c>warder aar automation</c>: a change of the automation.</summary>
internal static class AarAutomationCommand
{
    public static Command Build()
    {
        var options = new AarOptions(AarKind.Automation);
        var command = options.Command("Report on a change of the automation. Default: the quarter to date.", options.Title, options.Since, options.Until, options.Runs);
        command.SetAction(parse => AarRun.Run(options.RequestOf(parse)));
        return command;
    }
}
