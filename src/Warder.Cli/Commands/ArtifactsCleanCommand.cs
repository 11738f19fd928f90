using System.CommandLine;
using Warder.Cli.Sessions;
using Warder.Sessions.Listing;
using Warder.Sessions.Running;

namespace Warder.Cli.Commands;

/// <summary><c>warder artifacts clean</c>: removes what is older than some days.</summary>
internal static class ArtifactsCleanCommand
{
    private const int MostDays = 36_500;

    public static Command Build()
    {
        var days = new Argument<int?>("days") { Description = "For how many days artifacts are kept; audit data twice as long. Default: the policy's, else 7.", Arity = ArgumentArity.ZeroOrOne };
        var path = SessionTarget.PathOption();
        var dry = new Option<bool>("--dry-run") { Description = "Tell what would be removed, and remove nothing." };
        var flags = new AuditFlags("console", "json");
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > MostDays)
            {
                result.AddError($"days must be a number from 0 to {MostDays}");
            }
        });
        var command = new Command("clean", "Remove artifacts that are older than some days. A session that nobody closed is archived first.") { days, path, dry, flags.Format };
        command.SetAction(parse =>
        {
            if (SessionTarget.Open(parse.GetRequiredValue(path)) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var isDry = parse.GetValue(dry);
            var isRecovered = isDry || target.Recover();
            var kept = parse.GetValue(days) ?? target.Policy.Artifacts.KeepDays;
            var items = Retention.Run(target.Logs, kept, TimeProvider.System.GetUtcNow(), isDry);
            if (parse.GetValue(flags.Format) == "json")
            {
                JsonOutput.Write(stream => ArtifactsJson.WriteCleaned(items, kept, isDry, stream));
            }
            else
            {
                Write(items, kept, isDry);
            }

            return isRecovered && items.All(i => i.Problem is null) ? ExitStatus.Clean : ExitStatus.CouldNotWork;
        });
        return command;
    }

    private static void Write(IReadOnlyList<CleanedItem> items, int days, bool isDry)
    {
        foreach (var item in items)
        {
            var what = item.IsArchivedFirst ? (isDry ? "would archive" : "archived") : isDry ? "would remove" : "removed";
            var path = string.Concat(item.Artifact.Path.Select(c => char.IsControl(c) ? '\uFFFD' : c));
            Console.Out.WriteLine(item.Problem is null ? $"{what} {path} ({Words.Size(item.Artifact.Bytes)})" : $"left {path}: {item.Problem}");
        }

        var done = items.Where(i => i.Problem is null).ToList();
        Console.Out.WriteLine($"{(isDry ? "would free" : "freed")} {Words.Size(done.Where(i => !i.IsArchivedFirst).Sum(i => i.Artifact.Bytes))}; kept what is at most {Words.Count(days, "day")} old, audit data {Words.Count(days * 2L, "day")}");
    }
}
