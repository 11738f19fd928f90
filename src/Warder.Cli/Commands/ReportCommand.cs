using System.CommandLine;
using System.Text.Json.Nodes;
using Warder.Cli.History;
using Warder.Cli.Rotation;
using Warder.Engine.Periods;
using Warder.History.Reading;
using Warder.Reports.Periodic;
using Warder.Reports.Templates;

namespace Warder.Cli.Commands;

/// <summary><c>warder report daily|weekly|monthly|quarterly|yearly</c>: what the history tells of a period.</summary>
internal static class ReportCommand
{
    private const string StandardOutput = "-";
    private static readonly PeriodKind[] Kinds = Enum.GetValues<PeriodKind>();

    public static Command Build()
    {
        var command = new Command("report", "Report on a day, a week, a month, a quarter or a year, from the history.");
        foreach (var kind in Kinds)
        {
            command.Subcommands.Add(Build(kind));
        }

        return command;
    }

    private static Command Build(PeriodKind kind)
    {
        var history = new HistoryOptions("markdown", "json", "html");
        var at = new Option<string?>("--at") { Description = "A day of the period. Default: the last one that is over.", HelpName = "date" };
        var template = new Option<string?>("--template") { Description = "A Liquid template over the report's JSON. What it ends with before '.liquid' says how text is escaped: .html, .md.", HelpName = "file" };
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "file" };
        var command = history.AddTo(new Command(PeriodicReport.NameOf(kind), AboutOf(kind)) { at, template, output });
        command.SetAction(parse => history.Run(parse, (scene, database, reader) =>
        {
            if (parse.GetValue(template) is "" || parse.GetValue(output) is "")
            {
                Console.Error.WriteLine("warder: --template and --output need a file.");
                return ExitStatus.CouldNotWork;
            }

            var now = TimeProvider.System.GetUtcNow();
            var period = Period.Of(kind, now).Previous;
            if (parse.GetValue(at) is { } text)
            {
                if (Moment.Day(text) is not { } day)
                {
                    return Moment.Refuse("--at", text, "2026-03-31");
                }

                period = Period.Of(kind, day);
            }

            // Audits that began later than the period must not hide what a backfill read of it.
            var filter = history.FilterOf(parse);
            if ((scene.TrackOf(reader, filter with { Before = period.End }) ?? scene.TrackOf(reader, filter)) is not { } track)
            {
                Console.Error.WriteLine($"warder: the history has no such run of {scene.Name}.");
                return ExitStatus.CouldNotWork;
            }

            if (RepositoryFolder.Audit(scene.Root, new AuditRun { Rules = new HashSet<string>() }) is not { } audit)
            {
                return ExitStatus.CouldNotWork;
            }

            var facts = PeriodReader.Of(database, track, period, scene.Policy.ResponseTimes, now);
            var model = PeriodicModel.Of(new PeriodicScene(facts, audit.Repository, Product.Version));
            Write(TextOf(model, kind, parse.GetValue(history.Flags.Format), parse.GetValue(template)), parse.GetValue(output));
            return ExitStatus.Clean;
        }));
        return command;
    }

    private static string TextOf(JsonObject model, PeriodKind kind, string? format, string? template) => template is not null
        ? TemplateOnDisk.Render(template, model)
        : format switch
        {
            "json" => PeriodicReport.Json(model),
            "html" => PeriodicReport.Render(model, kind, TemplateFormat.Html),
            _ => PeriodicReport.Render(model, kind, TemplateFormat.Markdown),
        };

    private static void Write(string text, string? output)
    {
        if (output is null or StandardOutput)
        {
            Console.Out.Write(text);
        }
        else
        {
            OutputFile.Write(output, writer => writer.Write(text));
        }
    }

    private static string AboutOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Day => "A day: which tokens were used, and what came and went.",
        PeriodKind.Week => "A week from Monday: how the policy was kept.",
        PeriodKind.Month => "A month: the security posture, with the controls of public catalogues.",
        PeriodKind.Quarter => "A quarter: how effective each rule was, and what is due.",
        _ => "A year: as a quarter, month by month.",
    };
}
