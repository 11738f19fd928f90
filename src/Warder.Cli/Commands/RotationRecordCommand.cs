using System.CommandLine;
using Warder.Cli.Rotation;
using Warder.Engine;
using Warder.Engine.Rotation;

namespace Warder.Cli.Commands;

/// <summary><c>warder rotation record</c>: writes into the registry, and into open campaigns, that a token's value was replaced.</summary>
internal static class RotationRecordCommand
{
    public static Command Build()
    {
        var token = new Argument<string>("token") { Description = "The token's name." };
        var repository = RotationTarget.Option();
        var at = new Option<string?>("--at") { Description = "When its value was replaced: a day, or a day and a time (UTC). Default: now.", HelpName = "time" };
        var evidence = new Option<string?>("--evidence") { Description = "What proves it: a ticket, a run, a person. Never the value.", HelpName = "text" };
        var command = new Command("record", "Write down that a token's value was replaced: in the registry, every other byte stays, and in open campaigns.") { token, at, evidence, repository };
        command.SetAction(parse =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var given = parse.GetValue(at) ?? CampaignFile.TextOf(now);
            if (Moment.Time(given) is not { } time)
            {
                return Moment.Refuse("--at", given, "2026-03-31 or 2026-03-31T14:05:00Z");
            }

            if (time > now)
            {
                Console.Error.WriteLine($"warder: --at: {given} lies in the future.");
                return ExitStatus.CouldNotWork;
            }

            return RotationTarget.Open(parse.GetValue(repository)!) is { } target
                ? Record(target, parse.GetValue(token)!, time, given, parse.GetValue(evidence))
                : ExitStatus.CouldNotWork;
        });
        return command;
    }

    private static int Record(RotationTarget target, string name, DateTimeOffset time, string written, string? evidence)
    {
        var campaigns = CampaignsOnDisk.Load(target.Root).Where(c => c.Tokens.Any(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase))).ToList();
        var entry = target.Registry.Find(name.ToUpperInvariant());
        if (entry is null && campaigns.Count == 0)
        {
            var near = Spelling.Nearest(name.ToUpperInvariant(), target.Registry.Entries.Select(e => e.Name)) is { } other ? $" Did you mean {other}?" : "";
            Console.Error.WriteLine($"warder: {name} is not in {target.Registry.Source.Path}.{near}");
            return ExitStatus.CouldNotWork;
        }

        if (entry is not null)
        {
            // A day that was typed stays a day; a moment keeps its time, which a campaign of the same day needs.
            var moment = Moment.Day(written) is null ? CampaignFile.TextOf(time) : written;
            if (RotationRecord.Write(target.Registry, entry, moment, evidence) is not { } text)
            {
                Console.Error.WriteLine($"warder: {target.Registry.Source.Path} has a shape in which nothing can be written safely: write `rotated: {moment}` into the entry of {entry.Name} by hand.");
                return ExitStatus.CouldNotWork;
            }

            OutputFile.WriteInside(target.Root, target.Registry.Source.Path, writer => writer.Write(text));
            Console.Out.WriteLine($"{entry.Name}: rotated {moment}, in {target.Registry.Source.Path}.");
        }

        var ended = new List<RotationCampaign>();
        foreach (var campaign in campaigns)
        {
            var after = campaign.With(name, time, evidence);
            if (after == campaign)
            {
                Console.Out.WriteLine($"{campaign.Id}: {written} is no later than the breach; the campaign stays as it is.");
                continue;
            }

            CampaignsOnDisk.Save(target.Root, after);
            if (campaign.Open(target.Registry).Count > 0 && after.Open(target.Registry).Count == 0)
            {
                ended.Add(after);
            }

            Console.Out.WriteLine($"{campaign.Id}: {after.Tokens.Count - after.Open(target.Registry).Count} of {after.Tokens.Count} tokens replaced since the breach.");
        }

        RotationLog.Rotated(target, entry?.Name ?? name.ToUpperInvariant(), time, evidence);
        ended.ForEach(c => RotationLog.Ended(target, c));
        return ExitStatus.Clean;
    }
}
