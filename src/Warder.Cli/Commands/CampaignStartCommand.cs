using System.CommandLine;
using System.Globalization;
using Warder.Cli.Rotation;
using Warder.Engine.Rotation;
using Warder.Reports.Rotation;

namespace Warder.Cli.Commands;

/// <summary><c>warder rotation campaign start</c>: lists every token within reach of a breach, and asks proof of each.</summary>
internal static class CampaignStartCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console");
        var repository = RotationTarget.Option();
        var since = new Option<string>("--since") { Description = "When the breach began: a day, or a day and a time (UTC).", HelpName = "time", Required = true };
        var workflow = new Option<string?>("--workflow") { Description = "The breached workflow: its path, or its file name.", HelpName = "file" };
        var action = new Option<string?>("--action") { Description = "The breached action, as owner/name.", HelpName = "owner/name" };
        var id = new Option<string?>("--id") { Description = "The campaign's name. Default: the day and the place.", HelpName = "name" };
        var command = new Command("start", "List every token within reach of a breached workflow or action; the campaign is red until each was replaced.")
        {
            since, workflow, action, id, repository, flags.Color,
        };
        command.SetAction(parse =>
        {
            var now = TimeProvider.System.GetUtcNow();
            if (Moment.Time(parse.GetValue(since)!) is not { } time || time > now)
            {
                return Moment.Refuse("--since", parse.GetValue(since)!, "2026-03-14T12:00:00Z, a time that is past");
            }

            if (parse.GetValue(workflow) is null == parse.GetValue(action) is null)
            {
                Console.Error.WriteLine("warder: give one of --workflow and --action.");
                return ExitStatus.CouldNotWork;
            }

            if (RotationTarget.Open(parse.GetValue(repository)!) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var place = new BreachedPlace(WorkflowPath.Of(target.Audit.Repository, parse.GetValue(workflow)), parse.GetValue(action)?.Split('@')[0].TrimEnd('/'));
            if (!BreachReach.IsKnown(target.Audit, place))
            {
                Console.Error.WriteLine($"warder: no job of this repository has to do with {place} today; look at the commit of the breach: git worktree add, then --repository.");
                return ExitStatus.CouldNotWork;
            }

            return Start(target, place, time, now, parse.GetValue(id), flags.OptionsOf(parse));
        });
        return command;
    }

    private static int Start(RotationTarget target, BreachedPlace place, DateTimeOffset since, DateTimeOffset now, string? id, Warder.Reports.ReportOptions options)
    {
        var name = id ?? $"{since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{place.Workflow ?? place.Action}";
        var campaign = new RotationCampaign
        {
            Id = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '-')).Trim('-'),
            Since = since,
            Place = place,
            Started = now,
            Tokens = [.. BreachReach.Of(target.Audit, place).Select(t => new CampaignToken(t.Name, t.Places, Replaced: null, Evidence: null))],
        };
        if (campaign.Id.Length == 0 || File.Exists(Path.Join(target.Root, CampaignFile.PathOf(campaign.Id))))
        {
            Console.Error.WriteLine($"warder: there is a campaign '{campaign.Id}' already; give another --id.");
            return ExitStatus.CouldNotWork;
        }

        CampaignsOnDisk.Save(target.Root, campaign);
        RotationLog.Began(target, campaign);
        CampaignReport.Write([campaign], target.Registry, options, Console.Out);
        Console.Error.WriteLine($"Written to {CampaignFile.PathOf(campaign.Id)}. As each is replaced: 'warder rotation record TOKEN --evidence TEXT'.");
        return campaign.Open(target.Registry).Count > 0 ? ExitStatus.Findings : ExitStatus.Clean;
    }
}
