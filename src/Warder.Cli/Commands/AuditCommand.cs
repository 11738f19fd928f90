using System.CommandLine;
using Warder.Cli.History;
using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.History.Recording;
using Warder.Reports;

namespace Warder.Cli.Commands;

/// <summary><c>warder audit</c>: which tokens are used, which of them may not be, and where.</summary>
internal static class AuditCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json", "sarif", "github", "markdown", "junit");
        var jsonOutput = new Option<string?>("--json-output") { Description = "Also write the JSON report to this file.", HelpName = "file" };
        var log = new Option<bool>("--log") { Description = "Also append to logs/token-audit/audit.log of each repository." };
        var failOn = AuditFlags.Words("--fail-on", "severity", "The severity from which the exit status is 1: critical, error (default), warning, info, never.", "critical", "error", "warning", "info", "never");
        var persona = AuditFlags.Words("--persona", "persona", "Whose findings to show: regular (default), pedantic, auditor.", "regular", "pedantic", "auditor");
        var confidence = AuditFlags.Words("--min-confidence", "confidence", "Hide findings less sure than: low (default), medium, high.", "low", "medium", "high");
        var rules = new Option<string[]>("--rule") { Description = "Run only this rule; may be given several times.", HelpName = "slug" };
        var noBaseline = new Option<bool>("--no-baseline") { Description = "Show the findings that the baseline hides." };
        var noCache = new Option<bool>("--no-cache") { Description = "Look at every file anew, and keep nothing for the next audit." };
        var record = new Option<bool>("--record") { Description = "Also record the run in the history, and tell the log of it." };
        var database = HistoryFlags.Database();
        var command = new Command("audit", "Hold the use of tokens against the registry and the policy.")
        {
            flags.Paths, flags.Format, jsonOutput, log, failOn, persona, confidence, rules, noBaseline, noCache, record, database, flags.Color, flags.Quiet, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            if (RuleChoice.Of(parse.GetValue(rules)) is not { } choice)
            {
                return ExitStatus.CouldNotWork;
            }

            if (HistoryFlags.Refusal(parse.GetValue(record), choice.Slugs is not null, parse.GetValue(noBaseline), parse.GetValue(database)) is { } refusal)
            {
                throw new OutputError(refusal);
            }

            var recording = new AuditRecording(RunOrigin.Audit, parse.GetValue(database));
            var run = new AuditRun { Rules = choice.Slugs, UseBaseline = !parse.GetValue(noBaseline), UseCache = !parse.GetValue(noCache), ShowProgress = !parse.GetValue(flags.Quiet) };
            if (run.Run(parse.GetValue(flags.Paths) ?? []) is not { } audited)
            {
                return ExitStatus.CouldNotWork;
            }

            var filter = new FindingFilter(
                Enum.Parse<Persona>(parse.GetValue(persona) ?? "regular", ignoreCase: true),
                Enum.Parse<Confidence>(parse.GetValue(confidence) ?? "low", ignoreCase: true));
            var results = audited.Select(filter.Apply).ToList();
            var threshold = Threshold(parse.GetValue(failOn));
            var options = flags.OptionsOf(parse, threshold ?? Severity.Critical) with { Rules = [.. RuleCatalogue.All.Select(r => r.Descriptor)] };
            AuditReports.For(flags.FormatOf(parse)).Write(results, options, Console.Out);
            if (parse.GetValue(jsonOutput) is { } file)
            {
                OutputFile.WriteReport(file, writer => AuditReports.For(ReportFormat.Json).Write(results, options, writer));
            }

            if (parse.GetValue(log))
            {
                results.ForEach(r => AuditLog.Append(r, TimeProvider.System.GetUtcNow()));
            }

            if (parse.GetValue(record))
            {
                Console.Out.Flush();
                audited.ToList().ForEach(recording.Record);
            }

            return StatusOf(results, threshold);
        });
        return command;
    }

    /// <summary>The severity that a word names; null for never.</summary>
    internal static Severity? Threshold(string? word) => word switch
    {
        "never" => null,
        null => Severity.Error,
        _ => Enum.Parse<Severity>(word, ignoreCase: true),
    };

    internal static int StatusOf(IReadOnlyList<AuditResult> results, Severity? threshold)
    {
        if (results.Any(r => r.Diagnostics.Count > 0))
        {
            return ExitStatus.CouldNotWork;
        }

        return threshold is { } from && results.Any(r => r.Findings.Any(f => f.Severity >= from)) ? ExitStatus.Findings : ExitStatus.Clean;
    }
}
