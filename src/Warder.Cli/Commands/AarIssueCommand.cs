using System.CommandLine;
using Warder.Cli.Aar;
using Warder.Reports.Aar;

namespace Warder.Cli.Commands;

/// <summary><c>warder aar issue</c>: an issue, and what was done about it.</summary>
internal static class AarIssueCommand
{
    public static Command Build()
    {
        var options = new AarOptions(AarKind.Issue);
        var command = options.Command("Report on an issue, with the commits that speak of it.", options.Number, options.NoForge);
        command.SetAction(parse => AarRun.Run(options.RequestOf(parse)));
        return command;
    }
}
