using System.CommandLine;
using Warder.Cli.Rotation;
using Warder.Engine.Rotation;
using Warder.Reports;
using Warder.Reports.Rotation;

namespace Warder.Cli.Commands;

/// <summary><c>warder rotation status</c>: when each registered token is due.</summary>
internal static class RotationStatusCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var repository = RotationTarget.Option();
        var command = new Command("status", "When each registered token must be replaced, and why then. Ends with 1 where one is overdue.") { repository, flags.Format, flags.Color };
        command.SetAction(parse =>
        {
            if (RotationTarget.Open(parse.GetValue(repository)!) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var today = target.Audit.Repository.Today;
            var rotations = RotationSchedule.Of(target.Audit.Repository);
            if (flags.FormatOf(parse) == ReportFormat.Json)
            {
                RotationReport.WriteJson(rotations, today, Console.Out);
            }
            else
            {
                RotationReport.Write(rotations, today, flags.OptionsOf(parse), Console.Out);
            }

            return rotations.Any(r => r.State == RotationState.Overdue) ? ExitStatus.Findings : ExitStatus.Clean;
        });
        return command;
    }
}
