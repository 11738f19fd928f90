using System.CommandLine;
using Warder.Cli.History;
using Warder.Reports.Console;

namespace Warder.Cli.Commands;

/// <summary><c>warder history list</c>: the recorded runs.</summary>
internal static class HistoryListCommand
{
    private const int UsualLimit = 20;

    public static Command Build()
    {
        var options = new HistoryOptions();
        var limit = new Option<int>("--limit") { Description = "How many at most; 0 for all. Default: 20.", DefaultValueFactory = _ => UsualLimit, HelpName = "count" };
        var everywhere = new Option<bool>("--all-repositories") { Description = "Of every repository that the history has." };
        var command = options.AddTo(new Command("list", "List the recorded runs, newest first.") { limit, everywhere });
        command.SetAction(parse => options.Run(parse, (scene, _, reader) =>
        {
            var isEverywhere = parse.GetValue(everywhere);
            var filter = options.FilterOf(parse);
            var runs = reader.Runs(isEverywhere ? filter : filter with { Repository = scene.Name }, Math.Max(0, parse.GetValue(limit)));
            if (parse.GetValue(options.Flags.Format) == "json")
            {
                HistoryJson.Write(Console.Out, json => HistoryJson.Array(json, "runs", runs, run =>
                {
                    json.WriteStartObject();
                    HistoryJson.Run(json, run);
                    json.WriteEndObject();
                }));
                return ExitStatus.Clean;
            }

            HistoryTables.Runs(new Screen(Console.Out, options.Flags.OptionsOf(parse)), runs, isEverywhere);
            return ExitStatus.Clean;
        }));
        return command;
    }
}
