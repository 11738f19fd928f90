using System.CommandLine;
using Warder.Reports.Registry;

namespace Warder.Cli.Commands;

/// <summary><c>warder registry list</c>: what the registry declares.</summary>
internal static class RegistryListCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var path = new Argument<string>("path") { Description = "The repository. Default: the current folder.", DefaultValueFactory = _ => "." };
        var command = new Command("list", "List what the registry declares.") { path, flags.Format, flags.Color, flags.Verbose };
        command.SetAction(parse =>
        {
            if (RegistryOnDisk.Open(parse.GetRequiredValue(path)) is not { } opened)
            {
                return ExitStatus.CouldNotWork;
            }

            if (opened.Registry is null)
            {
                DiagnosticLines.Write(opened.Diagnostics);
                Console.Error.WriteLine($"warder: there is no registry at {opened.Path}. 'warder registry discover --write' makes one.");
                return ExitStatus.CouldNotWork;
            }

            RegistryReports.For(flags.FormatOf(parse))!.Write(opened.Registry, flags.OptionsOf(parse), Console.Out);
            return DiagnosticLines.Write(opened.Diagnostics);
        });
        return command;
    }
}
