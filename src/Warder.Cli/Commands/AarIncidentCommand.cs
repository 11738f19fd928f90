using System.CommandLine;
using System.Globalization;
using Warder.Cli.Aar;
using Warder.Cli.Rotation;
using Warder.Engine.Rotation;
using Warder.Reports.Aar;

namespace Warder.Cli.Commands;

/// <summary><c>warder aar incident</c>: what went wrong, with every token within reach of it.</summary>
internal static class AarIncidentCommand
{
    public static Command Build()
    {
        var options = new AarOptions(AarKind.Incident);
        var since = new Option<string?>("--since") { Description = "When it began: a day, or a day and a time (UTC).", HelpName = "time" };
        var workflow = new Option<string?>("--workflow") { Description = "The breached workflow: its path, or its file name.", HelpName = "file" };
        var action = new Option<string?>("--action") { Description = "The breached action, as owner/name.", HelpName = "owner/name" };
        var campaign = new Option<string?>("--campaign") { Description = "The rotation campaign that answers it.", HelpName = "name" };
        var command = options.Command("Report on an incident, with the tokens within reach of the breached place.", options.Title, since, options.Until, workflow, action, campaign);
        command.SetAction(parse =>
        {
            DateTimeOffset? time = null;
            if (parse.GetValue(since) is { } text && (time = Moment.Time(text)) is null)
            {
                return Moment.Refuse("--since", text, "2026-03-14T12:00:00Z");
            }

            string?[] places = [parse.GetValue(workflow), parse.GetValue(action), parse.GetValue(campaign)];
            if (places.Any(p => p?.Length == 0))
            {
                Console.Error.WriteLine("warder: --workflow, --action and --campaign need a name.");
                return ExitStatus.CouldNotWork;
            }

            if (places.Count(p => p is not null) > 1)
            {
                Console.Error.WriteLine("warder: give one of --workflow, --action and --campaign.");
                return ExitStatus.CouldNotWork;
            }

            var isPlace = places[0] is not null || places[1] is not null;
            if (isPlace && time is null)
            {
                Console.Error.WriteLine("warder: --workflow and --action need --since: what was replaced before the breach proves nothing.");
                return ExitStatus.CouldNotWork;
            }

            var first = time?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return AarRun.Run(options.RequestOf(parse, first) with
            {
                Place = isPlace ? new BreachedPlace(places[0], places[1]?.Split('@')[0].TrimEnd('/')) : null,
                Since = time,
                Campaign = places[2],
            });
        });
        return command;
    }
}
