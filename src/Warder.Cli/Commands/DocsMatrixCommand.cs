using System.CommandLine;
using Warder.Reports.Documents;

namespace Warder.Cli.Commands;

/// <summary><c>warder docs matrix</c>: what each token may do, where, and where it is used.</summary>
internal static class DocsMatrixCommand
{
    public static Command Build()
    {
        var flags = new DocumentFlags();
        var output = new Option<string?>("--output", "-o") { Description = "Write it there instead; '-' is standard output.", HelpName = "file" };
        var command = new Command("matrix", "Make the token permissions matrix: what each token may do, where, and where it is used.")
        {
            flags.Repository, flags.Format, flags.Check, flags.Adopt, output,
        };
        command.SetAction(parse => DocumentRun.Run(parse, flags, DocumentKind.Matrix, parse.GetValue(output)));
        return command;
    }
}
