using System.CommandLine;
using Warder.Cli.Rotation;
using Warder.Engine.Rotation;
using Warder.Reports;
using Warder.Reports.Rotation;

namespace Warder.Cli.Commands;

/// <summary><c>warder rotation plan</c>: what a maximum lifetime would break, and when.</summary>
internal static class RotationPlanCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var repository = RotationTarget.Option();
        var lifetime = new Option<string>("--max-lifetime") { Description = "How old a value may become: 90d.", HelpName = "days", Required = true };
        var from = new Option<string?>("--from") { Description = "The day from which that holds. Default: today.", HelpName = "day" };
        var command = new Command("plan", "Which tokens, workflows and owners a maximum lifetime would break, and when.") { lifetime, from, repository, flags.Format, flags.Color, flags.Verbose };
        command.SetAction(parse =>
        {
            if (Moment.Lifetime(parse.GetValue(lifetime)!) is not { } days)
            {
                return Moment.Refuse("--max-lifetime", parse.GetValue(lifetime)!, "90d");
            }

            if (parse.GetValue(from) is { } given && Moment.Day(given) is null)
            {
                return Moment.Refuse("--from", given, "2027-03-01");
            }

            if (RotationTarget.Open(parse.GetValue(repository)!) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var start = parse.GetValue(from) is { } day ? Moment.Day(day)!.Value : target.Audit.Repository.Today;
            var breaks = LifetimePolicy.Breaks(target.Audit, days, start);
            if (flags.FormatOf(parse) == ReportFormat.Json)
            {
                LifetimeReport.WriteJson(breaks, days, start, Console.Out);
            }
            else
            {
                LifetimeReport.Write(breaks, days, start, flags.OptionsOf(parse), Console.Out);
            }

            return ExitStatus.Clean;
        });
        return command;
    }
}
