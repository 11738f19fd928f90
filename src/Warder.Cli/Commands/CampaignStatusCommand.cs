using System.CommandLine;
using Warder.Cli.Rotation;
using Warder.Reports;
using Warder.Reports.Rotation;

namespace Warder.Cli.Commands;

/// <summary><c>warder rotation campaign status</c>: which campaigns are still red, and for which tokens.</summary>
internal static class CampaignStatusCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var repository = RotationTarget.Option();
        var id = new Argument<string?>("id") { Description = "The campaign. Default: all.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("status", "Which tokens of a campaign still need proof. Ends with 1 while one does.") { id, repository, flags.Format, flags.Color };
        command.SetAction(parse =>
        {
            if (RotationTarget.Open(parse.GetValue(repository)!) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var campaigns = CampaignsOnDisk.Load(target.Root).Where(c => parse.GetValue(id) is not { } wanted || c.Id == wanted).ToList();
            if (campaigns.Count == 0 && parse.GetValue(id) is { } missing)
            {
                Console.Error.WriteLine($"warder: there is no campaign '{missing}'.");
                return ExitStatus.CouldNotWork;
            }

            if (flags.FormatOf(parse) == ReportFormat.Json)
            {
                CampaignReport.WriteJson(campaigns, target.Registry, Console.Out);
            }
            else
            {
                CampaignReport.Write(campaigns, target.Registry, flags.OptionsOf(parse), Console.Out);
                if (campaigns.Count == 0)
                {
                    Console.Out.WriteLine("No campaign was started.");
                }
            }

            return campaigns.Any(c => c.Open(target.Registry).Count > 0) ? ExitStatus.Findings : ExitStatus.Clean;
        });
        return command;
    }
}
