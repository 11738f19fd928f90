using System.CommandLine;
using System.Security.Cryptography;
using Warder.Cli.History;
using Warder.History;
using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.Cli.Commands;

/// <summary><c>warder history import</c>: takes JSON reports of earlier audits over.</summary>
internal static class HistoryImportCommand
{
    private const int KeyBytes = 16;

    public static Command Build()
    {
        var files = new Argument<string[]>("files") { Description = "JSON reports of 'warder audit' or 'warder validate'.", Arity = ArgumentArity.OneOrMore };
        var path = HistoryScene.Path();
        var database = HistoryFlags.Database();
        var branch = new Option<string?>("--branch") { Description = "The branch they were made on. Default: the present one.", HelpName = "name" };
        var at = new Option<string?>("--at") { Description = "When the audit was made, for a single report. Default: the day in the report.", HelpName = "time" };
        var command = new Command("import", "Take reports of earlier audits over into the history, in the order of their days.") { files, path, database, branch, at };
        command.SetAction(parse =>
        {
            if (HistoryScene.Open(parse.GetValue(path)!) is not { } scene)
            {
                return ExitStatus.CouldNotWork;
            }

            var names = parse.GetValue(files)!;
            if (parse.GetValue(at) is not null && names.Length > 1)
            {
                throw new OutputError("--at is for a single report.");
            }

            DateTimeOffset? time = parse.GetValue(at) is { } given ? DayOption.Read(given, "--at", TimeProvider.System.GetUtcNow()) : null;
            var runs = names.Select(n => Read(n, time)).OrderBy(r => r.Run.Time).ToList();
            using var history = HistoryPlace.OpenToWrite(scene.Root, scene.Policy, parse.GetValue(database));
            var track = new Track(scene.Name, parse.GetValue(branch) ?? RepositoryIdentity.Of(scene.Root).Branch, TrackKind.Runs);
            return Import(history, track, runs);
        });
        return command;
    }

    private static int Import(HistoryDatabase history, Track track, List<(string File, RunFacts Run)> runs)
    {
        var reader = new HistoryReader(history);
        var known = reader.Runs(new RunFilter(track.Repository, track.Branch, track.Kind));
        var keys = known.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var fresh = runs.Where(r => !keys.Contains(r.Run.Key)).DistinctBy(r => r.Run.Key).ToList();
        if (fresh.Find(r => known is [var newest, ..] && r.Run.Time < newest.Time) is { File: { } early })
        {
            throw new OutputError($"{early} is older than run {known[0].Id} of {HistoryJson.Time(known[0].Time)}; the life of findings can only be told forwards: import it into a history of its own (--database).");
        }

        new RunRecorder(history, track).Record([.. fresh.Select(r => r.Run)]);
        Console.Out.WriteLine($"{Counted.Of(fresh.Count, "report")} taken over, {runs.Count - fresh.Count} known already");
        return ExitStatus.Clean;
    }

    private static (string File, RunFacts Run) Read(string file, DateTimeOffset? time)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            var key = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, KeyBytes));
            return (file, ReportImport.Read(bytes, key, time));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or HistoryException)
        {
            throw new OutputError($"{file} cannot be imported: {wrong.Message}", wrong);
        }
    }
}
