using System.CommandLine;
using Warder.Cli.Hygiene;
using Warder.Engine.Hygiene;
using Warder.Reports;
using Warder.Reports.Hygiene;

namespace Warder.Cli.Commands;

/// <summary><c>warder guard check</c>: what tools left in the root of the repository.</summary>
internal static class GuardCheckCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var path = HygieneTarget.Argument();
        var command = new Command("check", "Find artifacts in the root of the repository, with the right remedy for each.")
        {
            path, flags.Format, flags.Color, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            using var target = HygieneTarget.Open(parse.GetValue(path)!);
            if (target is null)
            {
                return ExitStatus.CouldNotWork;
            }

            var found = Scan(target).Select(a => new CleanedArtifact(a, IsDone: false, Problem: null)).ToList();
            return Tell(found, target, isCleaning: false, parse, flags);
        });
        return command;
    }

    internal static IReadOnlyList<RootArtifact> Scan(HygieneTarget target)
    {
        var scan = new RootScan(target.Files, target.Policy.Guard, target.Git);
        var artifacts = scan.Run();
        target.Diagnostics.AddRange(scan.Problems);
        return artifacts;
    }

    /// <summary>Tells what was found, or done, and gives the exit status.</summary>
    internal static int Tell(IReadOnlyList<CleanedArtifact> artifacts, HygieneTarget target, bool isCleaning, ParseResult parse, AuditFlags flags)
    {
        var logs = target.Policy.Guard.Logs;
        if (flags.FormatOf(parse) == ReportFormat.Json)
        {
            GuardReport.WriteJson(artifacts, logs, target.Problems(), Console.Out);
        }
        else
        {
            GuardReport.Write(artifacts, logs, isCleaning, flags.OptionsOf(parse), Console.Out);
        }

        var status = DiagnosticLines.Write(target.Problems());
        return status != ExitStatus.Clean ? status : artifacts.All(a => a.IsDone) ? ExitStatus.Clean : ExitStatus.Findings;
    }
}
