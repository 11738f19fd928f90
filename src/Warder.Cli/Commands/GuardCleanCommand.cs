using System.CommandLine;
using Warder.Cli.Hygiene;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Cli.Commands;

/// <summary><c>warder guard clean</c>: lists what it would delete and move, and does it only when told.</summary>
internal static class GuardCleanCommand
{
    // One line for each of a million files helps nobody.
    private const int ToldProblems = 100;

    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var path = HygieneTarget.Argument();
        var yes = new Option<bool>("--yes", "-y") { Description = "Do it. Without it, nothing is touched." };
        var command = new Command("clean", "Move logs and reports to the folder for them, and delete what tools make again. What git tracks is never touched.")
        {
            path, yes, flags.Format, flags.Color, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            using var target = HygieneTarget.Open(parse.GetValue(path)!);
            return target is null ? ExitStatus.CouldNotWork : Run(target, parse, flags, acts: parse.GetValue(yes));
        });
        return command;
    }

    private static int Run(HygieneTarget target, ParseResult parse, AuditFlags flags, bool acts)
    {
        var removal = new ArtifactRemoval(target.Files.Root, target.Policy.Guard.Logs);
        var cleaned = new List<CleanedArtifact>();
        var problems = 0;
        foreach (var artifact in GuardCheckCommand.Scan(target))
        {
            if (!acts || artifact.Action is ArtifactAction.Untrack or ArtifactAction.Review)
            {
                cleaned.Add(new CleanedArtifact(artifact, IsDone: false, Problem: null));
                continue;
            }

            var problem = removal.Run(artifact);
            cleaned.Add(new CleanedArtifact(artifact, IsDone: problem is null, problem));
            if (problem is not null && ++problems <= ToldProblems)
            {
                target.Diagnostics.Add(new Diagnostic("not-cleaned", $"Not cleaned: {problem}.", artifact.Name));
            }
        }

        if (problems > ToldProblems)
        {
            target.Diagnostics.Add(new Diagnostic("not-cleaned", $"{problems - ToldProblems} more were not cleaned.", "."));
        }

        return GuardCheckCommand.Tell(cleaned, target, isCleaning: true, parse, flags);
    }
}
