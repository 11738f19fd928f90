using System.CommandLine;

namespace Warder.Cli.Commands;

/// <summary><c>warder docs</c>: the generated documents, all of them.</summary>
internal static class DocsCommand
{
    public static Command Build()
    {
        var flags = new DocumentFlags();
        var command = new Command("docs", "Make the documents that tell of the registry, the policy and the uses found; or check that they still do.")
        {
            flags.Repository, flags.Format, flags.Check, flags.Adopt, DocsMatrixCommand.Build(), DocsPolicyCommand.Build(),
        };
        command.SetAction(parse => DocumentRun.Run(parse, flags, kind: null, output: null));
        return command;
    }
}
