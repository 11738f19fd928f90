using System.CommandLine;
using System.Globalization;
using Warder.Cli.Git;
using Warder.Cli.History;
using Warder.History.Logs;
using Warder.History.Recording;

namespace Warder.Cli.Commands;

/// <summary><c>warder history backfill</c>: audits the commits of the past.</summary>
internal static class HistoryBackfillCommand
{

    public static Command Build()
    {
        var path = HistoryScene.Path();
        var database = HistoryFlags.Database();
        var all = new Option<bool>("--all") { Description = "Every commit of every branch and tag, instead of the present branch with each merge as one step." };
        var again = new Option<bool>("--again") { Description = "Forget what an earlier backfill found, and begin anew." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Show no progress." };
        var command = new Command("backfill", "Audit the commits of the past, each as it was on its day; a second run does what is new.") { path, database, all, again, quiet };
        command.SetAction(parse =>
        {
            if (HistoryScene.Open(parse.GetValue(path)!) is not { } scene)
            {
                return ExitStatus.CouldNotWork;
            }

            var identity = RepositoryIdentity.Of(scene.Root);
            if (identity.Commit is null)
            {
                throw new OutputError($"{scene.Root} has no commits, or is no git repository: there is no past to read.");
            }

            var isAll = parse.GetValue(all);
            var track = new Track(scene.Name, isAll ? HistoryScene.AllBranches : identity.Branch, TrackKind.Commits);
            using var history = HistoryPlace.OpenToWrite(scene.Root, scene.Policy, parse.GetValue(database));
            if (parse.GetValue(again))
            {
                TrackRemoval.Remove(history, track);
            }

            return Run(scene, new Backfill(scene, history, track, isAll), showProgress: !parse.GetValue(quiet));
        });
        return command;
    }

    private static int Run(HistoryScene scene, Backfill backfill, bool showProgress)
    {
        var start = TimeProvider.System.GetTimestamp();
        var isShallow = GitAnswer.FirstLine(scene.Root, "rev-parse", "--is-shallow-repository") == "true";
        using (backfill)
        {
            using (var progress = new ProgressLine(showProgress && !Console.IsErrorRedirected))
            {
                backfill.Run(progress);
            }

            if (isShallow)
            {
                Console.Error.WriteLine("warder: this clone is shallow: what was before its first commit is not known, and what that commit holds is told as new with it.");
            }

            var took = TimeProvider.System.GetElapsedTime(start);
            if (backfill.Span is { } span)
            {
                LogPublisher.Append(scene.Root, scene.Policy, [LogEntry.Write(TimeProvider.System.GetUtcNow(), "backfill", json =>
                {
                    json.WriteString("repository", backfill.Track.Repository);
                    json.WriteString("branch", backfill.Track.Branch);
                    json.WriteString("first", span.First);
                    json.WriteString("last", span.Last);
                    json.WriteNumber("commits", backfill.Commits);
                    json.WriteBoolean("shallow", isShallow);
                    json.WriteString("version", Product.Version);
                })]);
            }

            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted.Of(backfill.Commits, "commit")} recorded, {backfill.Known} known already; {backfill.Blobs} contents read, {backfill.Visits} looks at a file, {took.TotalSeconds:F1} s"));
            return ExitStatus.Clean;
        }
    }
}
