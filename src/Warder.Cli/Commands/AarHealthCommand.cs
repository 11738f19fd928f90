using System.CommandLine;
using Warder.Cli.Aar;
using Warder.Reports.Aar;

namespace Warder.Cli.Commands;

/// <summary><c>warder aar health</c>: how the repository stands as a whole.</summary>
internal static class AarHealthCommand
{
    public static Command Build()
    {
        var options = new AarOptions(AarKind.Health);
        var command = options.Command("Report on the repository as a whole: git, pipelines, governance. Default: the quarter to date.", options.Since, options.Until, options.Runs);
        command.SetAction(parse => AarRun.Run(options.RequestOf(parse)));
        return command;
    }
}
