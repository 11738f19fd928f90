using System.CommandLine;
using System.Globalization;
using Warder.Cli.History;
using Warder.Engine.Periods;
using Warder.History.Reading;
using Warder.Reports.Console;

namespace Warder.Cli.Commands;

/// <summary><c>warder history trend</c>: how findings and uses went, period by period.</summary>
internal static class HistoryTrendCommand
{
    public static Command Build()
    {
        var options = new HistoryOptions();
        var by = AuditFlags.Words("--by", "step", "The periods, in UTC: day, week (default), month, quarter, year.", "day", "week", "month", "quarter", "year");
        var command = options.AddTo(new Command("trend", "Tell how findings and uses went, period by period.") { by });
        command.SetAction(parse => options.Run(parse, (scene, history, reader) =>
        {
            var filter = options.FilterOf(parse);
            if (scene.TrackOf(reader, filter) is not { } track)
            {
                Console.Error.WriteLine($"warder: the history has no such run of {scene.Name}.");
                return ExitStatus.CouldNotWork;
            }

            var step = Enum.Parse<PeriodKind>(parse.GetValue(by) ?? "week", ignoreCase: true);
            var periods = TrendReader.Of(reader, history, track, filter, step, scene.Policy.ResponseTimes);
            if (parse.GetValue(options.Flags.Format) == "json")
            {
                WriteJson(periods);
            }
            else
            {
                Print(new Screen(Console.Out, options.Flags.OptionsOf(parse)), periods);
            }

            return ExitStatus.Clean;
        }));
        return command;
    }

    private static void WriteJson(IReadOnlyList<PeriodPoint> periods) => HistoryJson.Write(Console.Out, json => HistoryJson.Array(json, "periods", periods, period =>
    {
        json.WriteStartObject();
        json.WriteString("from", Day(period.Period.From));
        json.WriteString("before", Day(period.Period.Before));
        json.WriteNumber("runs", period.Runs);
        json.WriteNumber("new", period.Flow.New);
        json.WriteNumber("fixed", period.Flow.Fixed);
        json.WriteNumber("fixed_in_time", period.Flow.FixedInTime);
        json.WriteNumber("reopened", period.Flow.Reopened);
        json.WriteNumber("accepted", period.Flow.Accepted);
        if (period.Flow.MedianToFix is { } median)
        {
            json.WriteNumber("median_hours_to_fix", Math.Round(median.TotalHours, 2));
        }
        else
        {
            json.WriteNull("median_hours_to_fix");
        }

        json.WriteNumber("mean_duration_ms", (long)period.MeanDuration.TotalMilliseconds);
        if (period.AtEnd is { } counts)
        {
            HistoryJson.Counts(json, counts);
        }

        json.WriteEndObject();
    }));

    private static void Print(Screen screen, IReadOnlyList<PeriodPoint> periods)
    {
        var table = new TextTable("from", "runs", "critical", "error", "warning", "new", "fixed", "in time", "reopened", "uses", "median to fix");
        foreach (var period in periods)
        {
            var counts = period.AtEnd;
            table.Add(
                Ink.Plain,
                Day(period.Period.From),
                HistoryTables.N(period.Runs),
                HistoryTables.N(counts?.BySeverity[3] ?? 0),
                HistoryTables.N(counts?.BySeverity[2] ?? 0),
                HistoryTables.N(counts?.BySeverity[1] ?? 0),
                HistoryTables.N(period.Flow.New),
                HistoryTables.N(period.Flow.Fixed),
                HistoryTables.N(period.Flow.FixedInTime),
                HistoryTables.N(period.Flow.Reopened),
                HistoryTables.N(counts?.Uses ?? 0),
                period.Flow.MedianToFix is { } median ? HistoryTables.Span(median) : "-");
        }

        table.Print(screen);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
