using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Warder.Cli.History;
using Warder.History;
using Warder.History.Reading;
using Warder.History.Recording;
using Warder.Reports;
using Warder.Reports.Console;

namespace Warder.Cli.Commands;

/// <summary><c>warder history show</c>: one run, what it changed, and what is due.</summary>
internal static class HistoryShowCommand
{
    public static Command Build()
    {
        var options = new HistoryOptions();
        var word = new Argument<string>("run") { Description = "Its number, the beginning of its commit, 'latest' (default) or 'latest~1'.", DefaultValueFactory = _ => "latest" };
        var uses = new Option<bool>("--uses") { Description = "Also list the uses of tokens." };
        var command = options.AddTo(new Command("show", "Show one run: its numbers, what it changed, what is open and until when to answer it.") { word, uses });
        command.SetAction(parse => options.Run(parse, (scene, _, reader) =>
        {
            if (scene.Find(reader, parse.GetValue(word)!, options.FilterOf(parse)) is not { } run)
            {
                return ExitStatus.CouldNotWork;
            }

            var now = TimeProvider.System.GetUtcNow();
            if (parse.GetValue(options.Flags.Format) == "json")
            {
                HistoryJson.Write(Console.Out, json => WriteJson(json, scene, reader, run, now));
            }
            else
            {
                Print(options.Flags.OptionsOf(parse), scene, reader, run, now, parse.GetValue(uses));
            }

            return ExitStatus.Clean;
        }));
        return command;
    }

    private static void WriteJson(Utf8JsonWriter json, HistoryScene scene, HistoryReader reader, RunSummary run, DateTimeOffset now)
    {
        json.WriteStartObject("run");
        HistoryJson.Run(json, run);
        json.WriteEndObject();
        HistoryJson.Array(json, "events", reader.EventsOf(run), e =>
        {
            json.WriteStartObject();
            json.WriteString("event", Words.Of(e.Kind));
            json.WriteString("from", e.Detail);
            json.WriteString("fingerprint", e.Finding.Fingerprint);
            json.WriteString("rule", e.Finding.Rule);
            json.WriteString("severity", e.Finding.Severity.ToString().ToLowerInvariant());
            json.WriteString("file", e.Finding.Path);
            json.WriteEndObject();
        });
        HistoryJson.Array(json, "findings", reader.FindingsAt(run), finding =>
        {
            json.WriteStartObject();
            HistoryJson.Finding(json, finding, scene.Policy.ResponseTimes, now);
            json.WriteEndObject();
        });
        HistoryJson.Array(json, "uses", reader.UsesAt(run), use => HistoryJson.Use(json, use));
    }

    private static void Print(ReportOptions options, HistoryScene scene, HistoryReader reader, RunSummary run, DateTimeOffset now, bool withUses)
    {
        var screen = new Screen(Console.Out, options);
        var counts = run.Counts;
        screen.Show(string.Create(CultureInfo.InvariantCulture, $"Run {run.Id}"), Ink.Strong)
            .Show($" of {run.Track.Repository}, branch {run.Track.Branch}, commit {HistoryTables.Commit(run)}, {HistoryTables.Time(run.Time)} UTC, by {Words.Of(run.Origin)}").EndLine();
        var rate = run.Duration > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $", {counts.Files / run.Duration.TotalSeconds:F0} files a second") : "";
        screen.Show(string.Create(CultureInfo.InvariantCulture, $"{counts.Files} files in {run.Duration.TotalMilliseconds:F0} ms{rate}; Warder {run.Version}"), Ink.Faint).EndLine();
        screen.Show(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Uses} uses of {counts.Tokens} tokens, {counts.Registered} registered, {counts.Unregistered} in use unregistered, {counts.DefaultUses} uses of the default token")).EndLine();
        var events = reader.EventsOf(run);
        screen.Show(events.Count == 0
            ? "Nothing changed."
            : "Changed: " + string.Join(", ", events.CountBy(e => e.Kind).OrderBy(e => e.Key).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Value} {Words.Of(e.Key)}")))).EndLine();
        screen.EndLine();
        var findings = reader.FindingsAt(run);
        if (findings.Any(f => f.State == FindingState.Open))
        {
            HistoryTables.Findings(screen, findings.Where(f => f.State == FindingState.Open), scene.Policy.ResponseTimes, now);
        }

        if (withUses)
        {
            screen.EndLine();
            var table = new TextTable("token", "place", "scope", "by");
            foreach (var use in reader.UsesAt(run))
            {
                table.Add(Ink.Plain, use.Token, string.Join(' ', ((string?[])[use.Path, use.Job, use.Step]).OfType<string>()), use.Scope, use.Consumer ?? "");
            }

            table.Print(screen);
        }
    }
}
