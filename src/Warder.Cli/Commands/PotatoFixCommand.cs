using System.CommandLine;
using Warder.Cli.Hygiene;
using Warder.Engine.Findings;
using Warder.Engine.Hygiene;

namespace Warder.Cli.Commands;

/// <summary><c>warder potato fix</c>: adds missing patterns to the ignore files, in a marked block.</summary>
internal static class PotatoFixCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var path = HygieneTarget.Argument();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be added and write nothing." };
        var command = new Command("fix", "Add missing patterns to the ignore files, in a marked block. Every other byte stays.")
        {
            path, dryRun, flags.Format, flags.Color, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            using var target = HygieneTarget.Open(parse.GetValue(path)!);
            return target is null ? ExitStatus.CouldNotWork : Run(target, parse, flags, writes: !parse.GetValue(dryRun));
        });
        return command;
    }

    private static int Run(HygieneTarget target, ParseResult parse, AuditFlags flags, bool writes)
    {
        var states = new PotatoCheck(target.Files, target.Policy.Potato, target.Git).Run();
        var changes = states.Select(s => IgnoreFileOnDisk.Mend(target.Files.Root, s, target.Policy.Potato, writes)).Where(c => c.Added.Count > 0 || c.Problem is not null).ToList();
        foreach (var change in changes.Where(c => c.Problem is not null))
        {
            target.Diagnostics.Add(new Diagnostic("not-fixed", $"Not fixed: {change.Problem}.", change.Path));
        }

        // Git reads ignore files when it starts: what is written now is told by another process.
        using var again = HygieneTarget.Open(target.Files.Root)!;
        again.Diagnostics.AddRange(target.Diagnostics);
        var result = PotatoResult.Of(again.Files, again.Policy, again.Git) with { Changes = changes };
        return PotatoCheckCommand.Tell(result, again, parse, flags);
    }
}
