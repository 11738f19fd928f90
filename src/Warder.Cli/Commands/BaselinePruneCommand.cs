using System.CommandLine;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;

namespace Warder.Cli.Commands;

/// <summary><c>warder baseline prune</c>: forget what is mended.</summary>
internal static class BaselinePruneCommand
{
    public static Command Build()
    {
        var path = new Argument<string>("path") { Description = "The repository. Default: the current folder.", DefaultValueFactory = _ => "." };
        var command = new Command("prune", "Remove from the baseline what is no longer found.") { path };
        command.SetAction(parse =>
        {
            if (BaselineOnDisk.Open(parse.GetRequiredValue(path)) is not { } disk)
            {
                return ExitStatus.CouldNotWork;
            }

            var problems = new List<Diagnostic>();
            if (Baseline.Load(disk.Files, disk.Result.Repository.Policy, problems) is not { } old)
            {
                if (DiagnosticLines.Write(problems) == ExitStatus.Clean)
                {
                    Console.Error.WriteLine($"warder: there is no baseline at {disk.Path}. 'warder baseline create' writes one.");
                }

                return ExitStatus.CouldNotWork;
            }

            var matcher = old.Match(disk.Files);
            var found = Baseline.Of(disk.Result.Findings.Where(matcher.Hides));
            var kept = new Baseline([.. found.Entries, .. BaselineOnDisk.OfScans(old, found)]);
            disk.Write(kept);
            Console.Out.WriteLine($"{Counted.Of(old.Entries.Count - kept.Entries.Count, "finding")} removed from {disk.Path}, {kept.Entries.Count} kept.");
            return ExitStatus.Clean;
        });
        return command;
    }
}
