using System.CommandLine;
using Warder.Cli.Aar;
using Warder.Reports.Aar;

namespace Warder.Cli.Commands;

/// <summary><c>warder aar governance</c>: how the tokens stand, and how they went.</summary>
internal static class AarGovernanceCommand
{
    public static Command Build()
    {
        var options = new AarOptions(AarKind.Governance);
        var command = options.Command("Report on the tokens: compliance, registry, violations over time. Default: the quarter to date.", options.Since, options.Until);
        command.SetAction(parse => AarRun.Run(options.RequestOf(parse)));
        return command;
    }
}
