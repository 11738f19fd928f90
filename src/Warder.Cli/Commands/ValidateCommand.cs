using System.CommandLine;
using Warder.Cli.Enforcement;
using Warder.Cli.History;
using Warder.Engine.Auditing;
using Warder.Engine.Enforcement;
using Warder.Engine.Findings;
using Warder.Engine.Rules;
using Warder.History.Recording;
using Warder.Reports;
using Warder.Reports.Enforcement;

namespace Warder.Cli.Commands;

/// <summary><c>warder validate</c>: the whole policy in one run, with one verdict and reports for whoever has to answer for it.</summary>
internal static class ValidateCommand
{
    private const int SummaryFindings = 50;

    public static Command Build()
    {
        var flags = new AuditFlags("console", "json", "markdown");
        var path = new Argument<string>("path") { Description = "The repository, or a folder in it. Default: the current folder.", DefaultValueFactory = _ => "." };
        var strict = new Option<bool>("--strict") { Description = "Count warnings as violations." };
        var reportOnly = new Option<bool>("--report-only") { Description = "Write the reports and end with status 0 whatever was found." };
        var names = EnforcementResult.AllSections.Select(EnforcementWords.NameOf).ToArray();
        var sections = new Option<string[]>("--section") { Description = $"Validate only this section; may be given several times: {string.Join(", ", names)}.", HelpName = "name" };
        sections.AcceptOnlyFromAmong(names);
        var persona = AuditFlags.Words("--persona", "persona", "Whose findings to count: regular (default), pedantic, auditor.", "regular", "pedantic", "auditor");
        var noBaseline = new Option<bool>("--no-baseline") { Description = "Count the findings that the baseline hides." };
        var noCache = new Option<bool>("--no-cache") { Description = "Look at every file anew, and keep nothing for the next run." };
        var noLogs = new Option<bool>("--no-logs") { Description = "Write nothing into the repository." };
        var record = new Option<bool>("--record") { Description = "Record the run in the history, and begin one where there is none." };
        var noRecord = new Option<bool>("--no-record") { Description = "Do not record the run, though there is a history." };
        var database = HistoryFlags.Database();
        var command = new Command("validate", "Hold the whole repository against the token policy: one verdict, with reports in logs/token-audit/.")
        {
            path, strict, reportOnly, sections, persona, noBaseline, noCache, noLogs, record, noRecord, database, flags.Format, flags.Color, flags.Quiet, flags.Verbose,
        };
        command.SetAction(parse =>
        {
            var chosen = Chosen(parse.GetValue(sections) ?? []);
            if (HistoryFlags.Refusal(parse.GetValue(record), isChosen: false, parse.GetValue(noBaseline), database: null) is { } refusal)
            {
                throw new OutputError(refusal);
            }

            var recording = new AuditRecording(RunOrigin.Validate, parse.GetValue(database));
            var run = new AuditRun { Start = StartOf(chosen, named: parse.GetValue(sections) is [_, ..]), UseBaseline = !parse.GetValue(noBaseline), UseCache = !parse.GetValue(noCache), ShowProgress = !parse.GetValue(flags.Quiet) };
            if (RepositoryFolder.Audit(parse.GetValue(path)!, run) is not { } audit)
            {
                return ExitStatus.CouldNotWork;
            }

            var filter = new FindingFilter(Enum.Parse<Persona>(parse.GetValue(persona) ?? "regular", ignoreCase: true), Confidence.Low);
            var result = EnforcementResult.Of(filter.Apply(audit), chosen, chosen.Contains(EnforcementSection.Documents) ? DocumentsOnDisk.StatesOf(audit) : [], parse.GetValue(strict), TimeProvider.System.GetUtcNow());
            var options = flags.OptionsOf(parse);
            var status = Tell(result, flags.FormatOf(parse), options, parse.GetValue(reportOnly));
            if (!parse.GetValue(noLogs))
            {
                Console.Error.WriteLine($"Report: {EnforcementLogs.Write(result, options)}");
            }

            if (parse.GetValue(record) || (!parse.GetValue(noRecord) && !parse.GetValue(noLogs) && !parse.GetValue(noBaseline) && recording.HasHistory(audit)))
            {
                recording.Record(audit);
            }

            return status;
        });
        return command;
    }

    private static HashSet<EnforcementSection> Chosen(string[] names) =>
        [.. EnforcementResult.AllSections.Where(s => names.Length == 0 || names.Contains(EnforcementWords.NameOf(s), StringComparer.Ordinal))];

    /// <summary>Rules that ask git run for the sections that have them; those that not every team wants, where their section is named.</summary>
    private static RuleStart StartOf(HashSet<EnforcementSection> chosen, bool named) =>
        named && chosen.Contains(EnforcementSection.Environment)
            ? RuleStart.Request
            : chosen.Overlaps([EnforcementSection.Cleanup, EnforcementSection.Potato, EnforcementSection.Environment]) ? RuleStart.Validation : RuleStart.Audit;

    private static int Tell(EnforcementResult result, ReportFormat format, ReportOptions options, bool isReportOnly)
    {
        switch (format)
        {
            case ReportFormat.Json:
                EnforcementJsonReport.Write(result, options, Console.Out);
                break;
            case ReportFormat.Markdown:
                EnforcementMarkdownReport.Write(result, options, Console.Out);
                break;
            default:
                EnforcementConsoleReport.Write(result, options, Console.Out);
                break;
        }

        Console.Out.Flush();
        if (StepSummary.IsWanted)
        {
            StepSummary.Append(writer => EnforcementMarkdownReport.Write(result, options, writer, SummaryFindings));
        }

        return result.Verdict switch
        {
            EnforcementVerdict.Incomplete => ExitStatus.CouldNotWork,
            EnforcementVerdict.NonCompliant when !isReportOnly => ExitStatus.Findings,
            _ => ExitStatus.Clean,
        };
    }
}
