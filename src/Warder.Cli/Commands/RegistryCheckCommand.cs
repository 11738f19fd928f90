using System.CommandLine;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.Reports;

namespace Warder.Cli.Commands;

/// <summary><c>warder registry check</c>: what is wrong with the registry, with its exact place.</summary>
internal static class RegistryCheckCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json", "sarif", "github", "markdown", "junit");
        var command = new Command("check", "Check the registry: shape, duplicates, unknown permissions, stale paths, counts, dates.")
        {
            flags.Paths, flags.Format, flags.Color, flags.Quiet, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            var slugs = RuleCatalogue.All.Where(r => r.Descriptor.Category == RuleCategory.Registry).Select(r => r.Descriptor.Slug);
            var run = new AuditRun { Rules = slugs.ToHashSet(StringComparer.Ordinal) };

            // A registry speaks of the whole repository, whichever part of it the user stands in.
            string[] paths = parse.GetValue(flags.Paths) is { Length: > 0 } given ? given : ["."];
            if (run.Run([.. paths.Select(p => Path.Exists(p) ? AuditTargets.RootOf(p) : p)]) is not { } results)
            {
                return ExitStatus.CouldNotWork;
            }

            if (results.FirstOrDefault(r => r.Repository.Registry is null && r.Diagnostics.Count == 0) is { } without)
            {
                Console.Error.WriteLine($"warder: {without.Repository.Files.Name} has no registry. 'warder registry discover --write' makes one from what is used.");
                return ExitStatus.CouldNotWork;
            }

            AuditReports.For(flags.FormatOf(parse)).Write(results, flags.OptionsOf(parse), Console.Out);
            if (results.Any(r => r.Diagnostics.Count > 0))
            {
                return ExitStatus.CouldNotWork;
            }

            return results.Any(r => r.Findings.Any(f => f.Severity >= Severity.Error)) ? ExitStatus.Findings : ExitStatus.Clean;
        });
        return command;
    }
}
