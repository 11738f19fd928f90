using System.CommandLine;
using System.Globalization;
using Warder.Cli.History;
using Warder.History;
using Warder.History.Reading;
using Warder.Reports.Console;

namespace Warder.Cli.Commands;

/// <summary><c>warder history diff</c>: what lies between two runs.</summary>
internal static class HistoryDiffCommand
{
    public static Command Build()
    {
        var options = new HistoryOptions();
        var from = new Argument<string>("from") { Description = "The earlier run: its number, the beginning of its commit, 'latest~1'." };
        var to = new Argument<string>("to") { Description = "The later run. Default: latest.", DefaultValueFactory = _ => "latest" };
        var command = options.AddTo(new Command("diff", "Compare two runs: findings that came, went or changed, and uses of tokens.") { from, to });
        command.SetAction(parse => options.Run(parse, (scene, _, reader) =>
        {
            var filter = options.FilterOf(parse);
            if (scene.Find(reader, parse.GetValue(from)!, filter) is not { } a || scene.Find(reader, parse.GetValue(to)!, filter) is not { } b)
            {
                return ExitStatus.CouldNotWork;
            }

            var diff = HistoryDiff.Of(reader, a, b);
            if (parse.GetValue(options.Flags.Format) == "json")
            {
                WriteJson(scene, diff);
            }
            else
            {
                Print(new Screen(Console.Out, options.Flags.OptionsOf(parse)), diff);
            }

            return ExitStatus.Clean;
        }));
        return command;
    }

    private static void WriteJson(HistoryScene scene, HistoryDiff diff) => HistoryJson.Write(Console.Out, json =>
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var (name, run) in new[] { ("from", diff.From), ("to", diff.To) })
        {
            json.WriteStartObject(name);
            HistoryJson.Run(json, run);
            json.WriteEndObject();
        }

        json.WriteNumber("same", diff.Same);
        foreach (var (name, findings) in new[] { ("come", diff.Come), ("gone", diff.Gone), ("changed", diff.Changed) })
        {
            HistoryJson.Array(json, name, findings, finding =>
            {
                json.WriteStartObject();
                HistoryJson.Finding(json, finding, scene.Policy.ResponseTimes, now);
                json.WriteEndObject();
            });
        }

        HistoryJson.Array(json, "uses_come", diff.UsesCome, use => HistoryJson.Use(json, use));
        HistoryJson.Array(json, "uses_gone", diff.UsesGone, use => HistoryJson.Use(json, use));
    });

    private static void Print(Screen screen, HistoryDiff diff)
    {
        screen.Show(string.Create(
            CultureInfo.InvariantCulture,
            $"Run {diff.From.Id} ({HistoryTables.Commit(diff.From)}, {HistoryTables.Time(diff.From.Time)}) to run {diff.To.Id} ({HistoryTables.Commit(diff.To)}, {HistoryTables.Time(diff.To.Time)})"), Ink.Strong).EndLine();
        foreach (var (sign, findings) in new[] { ("+", diff.Come), ("-", diff.Gone), ("~", diff.Changed) })
        {
            foreach (var finding in findings)
            {
                screen.Sign($"{sign} ").Sign(finding.Severity.ToString().ToLowerInvariant(), Screen.InkOf(finding.Severity))
                    .Show(string.Create(CultureInfo.InvariantCulture, $" {finding.Rule} {finding.Path}:{finding.Line} {finding.Message}{(sign == "~" ? $" ({Words.Of(finding.State)})" : "")}")).EndLine();
            }
        }

        screen.Show(string.Create(CultureInfo.InvariantCulture, $"{diff.Come.Count} came, {diff.Gone.Count} went, {diff.Changed.Count} changed, {diff.Same} stayed")).EndLine();
        foreach (var (sign, uses) in new[] { ("+", diff.UsesCome), ("-", diff.UsesGone) })
        {
            foreach (var group in uses.GroupBy(u => (u.Token, u.Path)))
            {
                screen.Show(string.Create(CultureInfo.InvariantCulture, $"{sign} {group.Key.Token} in {group.Key.Path}{(group.Count() > 1 ? $" ({group.Count()} uses)" : "")}")).EndLine();
            }
        }
    }
}
