using System.CommandLine;
using Warder.Engine.Auditing;

namespace Warder.Cli.Commands;

/// <summary><c>warder baseline create</c>: remember what is found today.</summary>
internal static class BaselineCreateCommand
{
    public static Command Build()
    {
        var path = new Argument<string>("path") { Description = "The repository. Default: the current folder.", DefaultValueFactory = _ => "." };
        var force = new Option<bool>("--force") { Description = "Replace the baseline that is there." };
        var command = new Command("create", "Write the findings of today into the baseline, so that only new ones show.") { path, force };
        command.SetAction(parse =>
        {
            if (BaselineOnDisk.Open(parse.GetRequiredValue(path)) is not { } disk)
            {
                return ExitStatus.CouldNotWork;
            }

            if (disk.Exists && !parse.GetValue(force))
            {
                Console.Error.WriteLine($"warder: {disk.Path} is there already. 'warder baseline prune' removes what is mended; --force replaces it.");
                return ExitStatus.CouldNotWork;
            }

            var baseline = Baseline.Of(disk.Result.Findings.Where(f => f.Rule.Suppressible));
            if (Baseline.Load(disk.Files, disk.Result.Repository.Policy, []) is { } old)
            {
                baseline = new Baseline([.. baseline.Entries, .. BaselineOnDisk.OfScans(old, baseline)]);
            }

            disk.Write(baseline);
            Console.Out.WriteLine($"{Counted.Of(baseline.Entries.Count, "finding")} written to {disk.Path}.");
            return ExitStatus.Clean;
        });
        return command;
    }
}
