using System.CommandLine;
using Warder.Cli.Aar;
using Warder.Reports.Aar;

namespace Warder.Cli.Commands;

/// <summary><c>warder aar pull-request</c>: a pull request, and what it changed.</summary>
internal static class AarPullRequestCommand
{
    public static Command Build()
    {
        var options = new AarOptions(AarKind.PullRequest);
        var command = options.Command("Report on a pull request, with what it changed of the automation.", options.Number, options.NoForge);
        command.SetAction(parse => AarRun.Run(options.RequestOf(parse)));
        return command;
    }
}
