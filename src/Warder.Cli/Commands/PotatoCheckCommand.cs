using System.CommandLine;
using Warder.Cli.Hygiene;
using Warder.Engine.Hygiene;
using Warder.Reports;
using Warder.Reports.Hygiene;

namespace Warder.Cli.Commands;

/// <summary><c>warder potato check</c>: are sensitive files kept out of git and of images.</summary>
internal static class PotatoCheckCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var path = HygieneTarget.Argument();
        var command = new Command("check", "Hold the ignore files against the protected patterns, and find sensitive files that git has or would take.")
        {
            path, flags.Format, flags.Color, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            using var target = HygieneTarget.Open(parse.GetValue(path)!);
            return target is null ? ExitStatus.CouldNotWork : Tell(PotatoResult.Of(target.Files, target.Policy, target.Git), target, parse, flags);
        });
        return command;
    }

    /// <summary>Tells a result and gives the exit status.</summary>
    internal static int Tell(PotatoResult result, HygieneTarget target, ParseResult parse, AuditFlags flags)
    {
        var told = result with { Diagnostics = [.. target.Problems(), .. result.Diagnostics] };
        if (flags.FormatOf(parse) == ReportFormat.Json)
        {
            PotatoReport.WriteJson(told, Console.Out);
        }
        else
        {
            PotatoReport.Write(told, flags.OptionsOf(parse), Console.Out);
        }

        var status = DiagnosticLines.Write(told.Diagnostics);
        return status != ExitStatus.Clean ? status : told.IsClean ? ExitStatus.Clean : ExitStatus.Findings;
    }
}
