using System.CommandLine;
using Warder.Cli.History;
using Warder.History.Logs;

namespace Warder.Cli.Commands;

/// <summary><c>warder logs prune</c>: deletes archives that nobody need keep any longer.</summary>
internal static class LogsPruneCommand
{
    public static Command Build()
    {
        var path = HistoryScene.Path();
        var before = new Option<string>("--before") { Description = "Archives that end before this time: a date, or so many days ago.", Required = true, HelpName = "time" };
        var yes = new Option<bool>("--yes", "-y") { Description = "Delete them; without it nothing is deleted." };
        var command = new Command("prune", "Delete old archives of the log; the log tells of it, so that it can still be verified.") { path, before, yes };
        command.SetAction(parse =>
        {
            if (HistoryScene.Open(parse.GetValue(path)!) is not { } scene)
            {
                return ExitStatus.CouldNotWork;
            }

            var clock = TimeProvider.System;
            var time = DayOption.Read(parse.GetValue(before)!, "--before", clock.GetUtcNow());
            OutputFile.RefuseLinks(scene.Root, scene.Policy.Guard.Logs + "/token-audit/archive");
            using var log = LogPublisher.OpenLog(scene.Root, scene.Policy);
            var archive = new LogArchive(LogPublisher.FilesOf(scene.Root, scene.Policy), log, clock);
            var isMeant = parse.GetValue(yes);
            var names = isMeant ? archive.Prune(time) : archive.Old(time);
            foreach (var name in names)
            {
                Console.Out.WriteLine(isMeant ? $"deleted {name}" : $"would delete {name}; say --yes to do it");
            }

            if (names.Count == 0)
            {
                Console.Out.WriteLine("nothing is that old");
            }

            return ExitStatus.Clean;
        });
        return command;
    }
}
