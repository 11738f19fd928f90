using System.CommandLine;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Permissions;
using Warder.Reports.Permissions;

namespace Warder.Cli.Commands;

/// <summary><c>warder permissions</c>: what the tokens of each job need, and what they are granted.</summary>
internal static class PermissionsCommand
{
    private const string Rejected = "invalid-workflow";

    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var targets = new Argument<string[]>("workflows")
        {
            Description = "Workflows, each with an optional job: ci.yml, ci.yml:build; or repositories. Default: the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var why = new Option<bool>("--why") { Description = "Show the lines that make each permission necessary." };
        var evidence = new Option<string?>("--evidence")
        {
            Description = "Permissions that runs were seen to use, as JSON: {\"jobs\":[{\"file\",\"job\",\"permissions\":{\"contents\":\"read\"}}]}.",
            HelpName = "file",
        };
        var command = new Command("permissions", "Prove what the tokens of each job need, and compare it with what they are granted.")
        {
            targets, why, evidence, flags.Format, flags.Color, flags.Quiet, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            var wanted = (parse.GetValue(targets) ?? []).Select(JobTarget.Of).ToList();
            if (EvidenceOnDisk.Read(parse.GetValue(evidence)) is not { } seen)
            {
                return ExitStatus.CouldNotWork;
            }

            var run = new AuditRun { ShowProgress = true, KeepPermissions = true, Evidence = seen, Rules = new HashSet<string>(StringComparer.Ordinal) { Rejected } };
            if (run.Run([.. wanted.Select(w => w.Path).Distinct(StringComparer.Ordinal)]) is not { } results)
            {
                return ExitStatus.CouldNotWork;
            }

            var jobs = results.SelectMany(r => r.Jobs).ToList();
            if (Choose(wanted, jobs) is not { } chosen)
            {
                return ExitStatus.CouldNotWork;
            }

            PermissionReports.For(flags.FormatOf(parse))!.Write(results, chosen, parse.GetValue(why), flags.OptionsOf(parse), Console.Out);
            return DiagnosticLines.Write(results.SelectMany(r => r.Diagnostics.Concat(Unread(r))));
        });
        return command;
    }

    /// <summary>What is wrong with workflows that the platform rejects and of which no job is seen.</summary>
    private static IEnumerable<Diagnostic> Unread(AuditResult result) => result.Findings
        .Where(f => f.Rule.Slug == Rejected && !result.Jobs.Any(j => j.Needs.Path == f.Location.Path))
        .DistinctBy(f => f.Location.Path)
        .Select(f => new Diagnostic(Rejected, f.Message, f.Location.Path, f.Location.Start));

    /// <summary>The jobs that the user named; null, with the reason on standard error, where one is not there.</summary>
    private static IReadOnlyList<JobPermissions>? Choose(IReadOnlyList<JobTarget> wanted, IReadOnlyList<JobPermissions> jobs)
    {
        if (wanted.All(w => w.Job is null))
        {
            return jobs;
        }

        foreach (var target in wanted)
        {
            if (target.Job is not null && !jobs.Any(target.Fits))
            {
                Console.Error.WriteLine($"warder: {target.Path} has no job '{target.Job}'{Near(target, jobs)}");
                return null;
            }
        }

        return [.. jobs.Where(j => wanted.Any(w => w.Fits(j)))];
    }

    private static string Near(JobTarget target, IReadOnlyList<JobPermissions> jobs)
    {
        var names = jobs.Where(j => target.FitsFile(j.Needs.Path)).Select(j => j.Needs.Job).ToList();
        return names.Count == 0 ? "." : $"; its jobs are {string.Join(", ", names)}.";
    }
}
