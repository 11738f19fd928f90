using System.CommandLine;
using Warder.History.Reading;
using Warder.History.Recording;

namespace Warder.Cli.History;

/// <summary>Options that say which runs are meant.</summary>
/// <param name="formats">The formats of the outcome, the first by default.</param>
internal sealed class HistoryOptions(params string[] formats)
{
    public HistoryOptions()
        : this("console", "json")
    {
    }

    public AuditFlags Flags { get; } = new(formats);

    public Option<string> Path { get; } = HistoryScene.Path();

    public Option<string?> Database { get; } = HistoryFlags.Database();

    public Option<string?> Branch { get; } = new("--branch") { Description = "Only this branch.", HelpName = "name" };

    public Option<string?> Kind { get; } = AuditFlags.Words("--of", "kind", "Only runs (audits as they were made) or commits (what a backfill found).", "runs", "commits");

    /// <summary>Adds the options to a command.</summary>
    public Command AddTo(Command command)
    {
        foreach (var option in (Option[])[Path, Database, Branch, Kind, Flags.Format, Flags.Color])
        {
            command.Options.Add(option);
        }

        return command;
    }

    public RunFilter FilterOf(ParseResult parse) => new(
        Branch: parse.GetValue(Branch),
        Kind: parse.GetValue(Kind) switch { "runs" => TrackKind.Runs, "commits" => TrackKind.Commits, _ => null });

    /// <summary>Opens repository and history and does something with them.</summary>
    public int Run(ParseResult parse, Func<HistoryScene, Warder.History.HistoryDatabase, HistoryReader, int> work)
    {
        if (HistoryScene.Open(parse.GetValue(Path)!) is not { } scene || scene.OpenToRead(parse.GetValue(Database)) is not { } history)
        {
            return ExitStatus.CouldNotWork;
        }

        using (history)
        {
            return work(scene, history, new HistoryReader(history));
        }
    }
}
