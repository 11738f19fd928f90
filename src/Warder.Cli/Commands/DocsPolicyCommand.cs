using System.CommandLine;
using Warder.Reports.Documents;

namespace Warder.Cli.Commands;

/// <summary><c>warder docs policy</c>: the rules that the tokens are governed by.</summary>
internal static class DocsPolicyCommand
{
    public static Command Build()
    {
        var flags = new DocumentFlags();
        var output = new Option<string?>("--output", "-o") { Description = "Write it there instead; '-' is standard output.", HelpName = "file" };
        var command = new Command("policy", "Make the policy document: what is in force, right and wrong patterns, what to do when a token leaks.")
        {
            flags.Repository, flags.Format, flags.Check, flags.Adopt, output,
        };
        command.SetAction(parse => DocumentRun.Run(parse, flags, DocumentKind.Policy, parse.GetValue(output)));
        return command;
    }
}
