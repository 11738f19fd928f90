using System.CommandLine;
using Warder.Cli.History;
using Warder.History.Logs;

namespace Warder.Cli.Commands;

/// <summary><c>warder logs archive</c>: moves old lines of the log into a packed file beside it.</summary>
internal static class LogsArchiveCommand
{
    public static Command Build()
    {
        var path = HistoryScene.Path();
        var before = new Option<string>("--before") { Description = "Lines of before this time: a date, or so many days ago. Default: 90d.", DefaultValueFactory = _ => "90d", HelpName = "time" };
        var command = new Command("archive", "Move old lines of the log into an archive; the chain goes on through it.") { path, before };
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
            var archived = new LogArchive(LogPublisher.FilesOf(scene.Root, scene.Policy), log, clock).Archive(time);
            Console.Out.WriteLine(archived is { } done ? $"{Counted.Of((int)done.Lines, "line")} moved to {Path.GetRelativePath(scene.Root, done.File)}" : "nothing is that old");
            return ExitStatus.Clean;
        });
        return command;
    }
}
