using System.CommandLine;
using Warder.Cli.Aar;
using Warder.Reports.Aar;

namespace Warder.Cli.Commands;

/// <summary><c>warder aar sprint</c>: a stretch of work.</summary>
internal static class AarSprintCommand
{
    public static Command Build()
    {
        var options = new AarOptions(AarKind.Sprint);
        var command = options.Command("Report on a stretch of work. Default: the last 14 days.", options.Title, options.Since, options.Until, options.Runs);
        command.SetAction(parse => AarRun.Run(options.RequestOf(parse)));
        return command;
    }
}
