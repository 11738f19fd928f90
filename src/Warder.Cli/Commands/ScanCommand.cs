using System.CommandLine;
using Warder.Cli.Git;
using Warder.Cli.Scanning;
using Warder.Engine.Auditing;
using Warder.Engine.Exposure.Scanning;
using Warder.Engine.Facts;
using Warder.Engine.Findings;
using Warder.Reports;
using Warder.Reports.Scan;

namespace Warder.Cli.Commands;

/// <summary><c>warder scan</c>: token values in files and in git's history.</summary>
internal static class ScanCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json", "sarif", "github", "markdown", "junit");
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files and folders; '-' reads standard input. Default: the repository you stand in.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var history = new Option<bool>("--history") { Description = "Scan every version of every file that any commit brought." };
        var staged = new Option<bool>("--staged") { Description = "Scan what is staged for the next commit; for a hook." };
        var since = new Option<string?>("--since") { Description = "Scan what the commits behind this one brought.", HelpName = "revision" };
        var all = new Option<bool>("--all-files") { Description = "Scan files that git ignores too." };
        var accept = new Option<bool>("--accept") { Description = "Write what is found into the baseline, so that only new values show." };
        var failOn = AuditFlags.Words("--fail-on", "severity", "The severity from which the exit status is 1: critical, error (default), warning, info, never.", "critical", "error", "warning", "info", "never");
        var noBaseline = new Option<bool>("--no-baseline") { Description = "Show the values that the baseline hides." };
        var command = new Command("scan", "Find token values in files and in git's history; no value is ever shown.")
        {
            paths, history, staged, since, all, accept, failOn, noBaseline, flags.Format, flags.Color, flags.Quiet, flags.Verbose,
        };
        command.Validators.Add(result =>
        {
            var chosen = (result.GetValue(history) ? 1 : 0) + (result.GetValue(staged) ? 1 : 0) + (result.GetValue(since) is null ? 0 : 1);
            if (chosen > 1)
            {
                result.AddError("--history, --staged and --since exclude one another.");
            }
            else if (chosen == 1 && (result.GetValue(paths)?.Length ?? 0) > 1)
            {
                result.AddError("with --history, --staged or --since only one repository can be given.");
            }
        });
        command.SetAction(parse =>
        {
            if (ScanTarget.Of(parse.GetValue(paths) ?? []) is not { } target)
            {
                return ExitStatus.CouldNotWork;
            }

            var scanner = new Scanner(new UnlistedFiles(target.Root), FactBase.Embedded, TimeProvider.System);
            using var progress = new ProgressLine(!parse.GetValue(flags.Quiet) && !Console.IsErrorRedirected);
            void Tell(int done, int total) => progress.Report(new AuditProgress("scan", done, total));
            if (parse.GetValue(staged))
            {
                HistoryScan.Run(scanner, target.Root, GitHistory.Staged(target.Root), Tell);
            }
            else if (parse.GetValue(history) || parse.GetValue(since) is not null)
            {
                var (blobs, commits) = GitHistory.Of(target.Root, parse.GetValue(since));
                scanner.Commits = commits;
                HistoryScan.Run(scanner, target.Root, blobs, Tell);
            }
            else
            {
                target.Scan(scanner, parse.GetValue(all), Tell);
            }

            var result = scanner.Finish(useBaseline: !parse.GetValue(noBaseline));
            if (parse.GetValue(accept))
            {
                return Accept(target.Root, result);
            }

            Write(result, flags.FormatOf(parse), flags.OptionsOf(parse), Console.Out);
            var from = AuditCommand.Threshold(parse.GetValue(failOn));
            return result.Audit.Diagnostics.Count > 0 ? ExitStatus.CouldNotWork
                : from is { } least && result.Values.Any(v => v.Finding.Severity >= least) ? ExitStatus.Findings : ExitStatus.Clean;
        });
        return command;
    }

    private static void Write(ScanResult result, ReportFormat format, ReportOptions options, TextWriter output)
    {
        switch (format)
        {
            case ReportFormat.Console:
                ScanConsoleReport.Write(result, options, output);
                break;
            case ReportFormat.Json:
                ScanJsonReport.Write(result, options, output);
                break;
            default:
                AuditReports.For(format).Write([result.Audit], options, output);
                break;
        }
    }

    private static int Accept(string root, ScanResult result)
    {
        var policy = result.Audit.Repository.Policy;
        var path = policy.BaselinePath ?? Baseline.DefaultPath;
        var problems = new List<Diagnostic>();
        var known = Baseline.Load(result.Audit.Repository.Files, policy, problems)?.Entries ?? [];
        if (problems.Count > 0 || result.Audit.Diagnostics.Count > 0)
        {
            return DiagnosticLines.Write([result.Audit]);
        }

        var added = Baseline.Of(result.Audit.Findings).Entries;
        OutputFile.WriteInside(root, path, new Baseline([.. known, .. added]).Write);
        Console.Out.WriteLine($"{Counted.Of(added.Count, "value")} added to {path}.");
        return ExitStatus.Clean;
    }
}
