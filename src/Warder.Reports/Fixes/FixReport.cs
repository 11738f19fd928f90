using Warder.Engine.Fixes;
using Warder.Reports.Console;
using Warder.Reports.Json;
using Warder.Reports.Text;

namespace Warder.Reports.Fixes;

/// <summary>Tells what was fixed, what was not and why.</summary>
public static class FixReport
{
    /// <summary>Writes for people at a terminal.</summary>
    /// <param name="files">The files, in order.</param>
    /// <param name="isDone">Whether the files are written; else it is told what would be done.</param>
    /// <param name="options">How to tell it.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IReadOnlyList<FixedFile> files, bool isDone, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        foreach (var file in files)
        {
            foreach (var fix in file.Applied)
            {
                screen.Paragraph(0, isDone ? "fixed " : "would fix ", Ink.Good, $"{file.Path}:{fix.Position.Line} {fix.Rule}: {fix.Description}");
            }

            foreach (var declined in file.Declined)
            {
                screen.Paragraph(0, "not fixed ", Ink.Warning, $"{file.Path}:{declined.Position.Line} {declined.Rule}: {declined.Because}");
            }
        }

        var count = files.Sum(f => f.Applied.Count);
        screen.Paragraph(0, "", Ink.Plain, $"{(count == 1 ? "1 fix" : $"{count} fixes")} in {Words.Count(files.Count(f => f.IsChanged), "file")}{(isDone ? "" : ", nothing written")}; {files.Sum(f => f.Declined.Count)} not made");
    }

    /// <summary>Writes the difference of each changed file.</summary>
    /// <param name="files">The files, in order.</param>
    /// <param name="options">How to tell it.</param>
    /// <param name="isShown">Whether a terminal shows it: nothing in it may then steer the terminal. For programs every byte stays.</param>
    /// <param name="output">Where to.</param>
    public static void WriteDiff(IReadOnlyList<FixedFile> files, ReportOptions options, bool isShown, TextWriter output)
    {
        foreach (var file in files)
        {
            foreach (var line in UnifiedDiff.Of(file.Path, file.Before, file.After).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var text = isShown || options.Color ? PlainText.Escaped(line) : line;
                output.Write(options.Color ? Coloured(text) : text);
                output.Write('\n');
            }
        }
    }

    /// <summary>Writes JSON.</summary>
    public static void WriteJson(IReadOnlyList<FixedFile> files, bool isDone, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.Flag("written", isDone);
        json.StartArray("files");
        foreach (var file in files)
        {
            json.StartObject();
            json.Text("file", file.Path);
            json.Flag("changed", file.IsChanged);
            json.StartArray("fixes");
            foreach (var fix in file.Applied)
            {
                WriteRow(json, fix.Rule, fix.Position.Line, "description", fix.Description, fix.Safety == FixSafety.Safe ? "safe" : "unsafe");
            }

            json.EndArray();
            json.StartArray("declined");
            foreach (var declined in file.Declined)
            {
                WriteRow(json, declined.Rule, declined.Position.Line, "because", declined.Because);
            }

            json.EndArray();
            json.Text("diff", UnifiedDiff.Of(file.Path, file.Before, file.After));
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        json.Finish();
    }

    private static void WriteRow(JsonOutput json, string rule, int line, string name, string text, string? safety = null)
    {
        json.StartObject();
        json.Text("rule", rule);
        json.Number("line", line);
        json.Text(name, text);
        if (safety is not null)
        {
            json.Text("safety", safety);
        }

        json.EndObject();
    }

    private static string Coloured(string line) => line[0] switch
    {
        '+' when !line.StartsWith("+++", StringComparison.Ordinal) => $"\u001b[32m{line}\u001b[0m",
        '-' when !line.StartsWith("---", StringComparison.Ordinal) => $"\u001b[31m{line}\u001b[0m",
        '@' => $"\u001b[36m{line}\u001b[0m",
        _ => line,
    };
}
