using System.CommandLine;
using System.Globalization;
using Warder.Cli.History;
using Warder.History.Logs;

namespace Warder.Cli.Commands;

/// <summary><c>warder logs verify</c>: whether the log is as it was written.</summary>
internal static class LogsVerifyCommand
{
    public static Command Build()
    {
        var flags = new AuditFlags("console", "json");
        var path = HistoryScene.Path();
        var hash = new Option<string?>("--hash") { Description = "A hash that was kept elsewhere; the log must hold the line that has it.", HelpName = "sha256" };
        var command = new Command("verify", "Read the log and its archives, and name the first line that is not as it was written.") { path, hash, flags.Format };
        command.SetAction(parse =>
        {
            if (HistoryScene.Open(parse.GetValue(path)!) is not { } scene)
            {
                return ExitStatus.CouldNotWork;
            }

            var files = LogPublisher.FilesOf(scene.Root, scene.Policy);
            if (LogVerifier.Verify(files, parse.GetValue(hash)) is not { } verdict)
            {
                Console.Error.WriteLine($"warder: there is no log at {Path.GetRelativePath(scene.Root, files.Log)}; 'warder audit --record' begins one.");
                return ExitStatus.CouldNotWork;
            }

            if (parse.GetValue(flags.Format) == "json")
            {
                WriteJson(scene, verdict);
            }
            else
            {
                Print(scene, verdict);
            }

            return verdict.Broken is null ? ExitStatus.Clean : ExitStatus.Findings;
        });
        return command;
    }

    private static void Print(HistoryScene scene, LogVerdict verdict)
    {
        if (verdict.Broken is { } broken)
        {
            var place = broken.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $":{broken.Line}") : "";
            Console.Out.WriteLine($"{Path.GetRelativePath(scene.Root, broken.File)}{place}: {broken.What}");
        }

        var from = verdict.First > 1 ? string.Create(CultureInfo.InvariantCulture, $" from number {verdict.First}") : "";
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(verdict.Broken is null ? "whole" : verdict.Broken.IsTorn ? "torn" : "broken")}: {verdict.Lines} lines{from} are as they were written{(verdict.Archives > 0 ? $", {verdict.Archives} archives with them" : "")}"));
        if (verdict.Lines > 0)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {verdict.Last} has the hash {verdict.Hash}"));
        }
    }

    private static void WriteJson(HistoryScene scene, LogVerdict verdict) => HistoryJson.Write(Console.Out, json =>
    {
        json.WriteStartObject("log");
        json.WriteString("verdict", verdict.Broken is null ? "whole" : verdict.Broken.IsTorn ? "torn" : "broken");
        json.WriteNumber("lines", verdict.Lines);
        json.WriteNumber("archives", verdict.Archives);
        json.WriteNumber("first", verdict.First);
        json.WriteNumber("last", verdict.Last);
        json.WriteString("hash", verdict.Hash);
        json.WriteString("file", verdict.Broken is { } broken ? Path.GetRelativePath(scene.Root, broken.File) : null);
        json.WriteNumber("line", verdict.Broken?.Line ?? 0);
        json.WriteString("message", verdict.Broken?.What);
        json.WriteEndObject();
    });
}
