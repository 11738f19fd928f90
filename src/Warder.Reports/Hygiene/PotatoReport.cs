using Warder.Engine.Findings;
using Warder.Engine.Hygiene;
using Warder.Reports.Console;
using Warder.Reports.Json;

namespace Warder.Reports.Hygiene;

/// <summary>Tells how ignore files stand to the protected patterns, and which sensitive files git has or would take.</summary>
public static class PotatoReport
{
    private const int ShownPatterns = 8;
    private const int ShownFiles = 50;

    /// <summary>Writes for people at a terminal.</summary>
    public static void Write(PotatoResult result, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        foreach (var change in result.Changes.Where(c => c.Problem is null && c.Added.Count > 0))
        {
            screen.Paragraph(0, "added ", Ink.Good, $"{change.Path}: {string.Join(", ", change.Added)}");
        }

        foreach (var state in result.IgnoreFiles)
        {
            WriteState(screen, state, options);
        }

        var shown = options.Verbose ? int.MaxValue : ShownFiles;
        foreach (var file in result.Exposed.Take(shown))
        {
            screen.Paragraph(0, file.IsTracked ? "tracked " : "not ignored ", file.IsTracked ? Ink.Critical : Ink.Error, $"{ShellWord.Of(file.Path)} ({file.Pattern.What}, {file.Pattern.Text})");
            screen.Paragraph(2, "= ", Ink.Faint, Remedy(file));
        }

        var left = result.LeftOut + Math.Max(0, result.Exposed.Count - shown);
        if (left > 0)
        {
            screen.Paragraph(0, "", Ink.Plain, $"and {Words.Count(left, "more file")}");
        }

        var missing = result.IgnoreFiles.Sum(f => f.Missing.Count);
        var total = result.Exposed.Count + result.LeftOut;
        screen.Paragraph(0, "", Ink.Plain, $"{Words.Count(result.IgnoreFiles.Count, "ignore file")}, {Words.Count(missing, "pattern")} missing; {Words.Count(total, "sensitive file")} in git or about to be");
    }

    /// <summary>Writes JSON; the schema is <c>potato.schema.json</c>.</summary>
    public static void WriteJson(PotatoResult result, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.StartArray("ignore_files");
        foreach (var state in result.IgnoreFiles)
        {
            WriteState(json, state);
        }

        json.EndArray();
        json.StartArray("exposed");
        foreach (var file in result.Exposed)
        {
            json.StartObject();
            json.Text("file", file.Path);
            json.Flag("tracked", file.IsTracked);
            json.Text("pattern", file.Pattern.Text);
            json.Text("what", file.Pattern.What);
            json.Text("remedy", Remedy(file));
            json.EndObject();
        }

        json.EndArray();
        json.Number("exposed_left_out", result.LeftOut);
        json.StartArray("changes");
        foreach (var change in result.Changes)
        {
            json.StartObject();
            json.Text("file", change.Path);
            json.Items("added", change.Added);
            json.Text("problem", change.Problem);
            json.EndObject();
        }

        json.EndArray();
        WriteDiagnostics(json, result.Diagnostics);
        json.EndObject();
        json.Finish();
    }

    internal static void WriteDiagnostics(JsonOutput json, IReadOnlyList<Diagnostic> diagnostics)
    {
        json.StartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.StartObject();
            json.Text("code", diagnostic.Code);
            json.Text("message", diagnostic.Message);
            json.Text("file", diagnostic.Path);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteState(Screen screen, IgnoreFileState state, ReportOptions options)
    {
        var path = state.File.Path;
        if (state.Missing.Count == 0)
        {
            screen.Paragraph(0, state.IsKnown ? "ok " : "unknown ", state.IsKnown ? Ink.Good : Ink.Warning, state.Exists ? path : $"{path} is not there, and other ignore files do its work");
            return;
        }

        var undone = state.Missing.Where(m => m.UndoneBy is not null).ToList();
        var absent = state.Missing.Where(m => m.UndoneBy is null).Select(m => m.Pattern.Text).ToList();
        if (absent.Count > 0)
        {
            var names = options.Verbose || absent.Count <= ShownPatterns ? string.Join(", ", absent) : $"{string.Join(", ", absent.Take(ShownPatterns))} and {absent.Count - ShownPatterns} more";
            screen.Paragraph(0, "missing ", Ink.Warning, $"{(state.Exists ? path : path + " (no such file)")}: {names}");
        }

        foreach (var missing in undone)
        {
            screen.Paragraph(0, "undone ", Ink.Warning, $"{missing.Pattern.Text}: {missing.UndoneAt} has {missing.UndoneBy}, which takes {missing.Probe} back");
        }
    }

    private static void WriteState(JsonOutput json, IgnoreFileState state)
    {
        json.StartObject();
        json.Text("file", state.File.Path);
        json.Text("syntax", HygieneWords.Of(state.File.Syntax));
        json.Flag("required", state.File.IsRequired);
        json.Flag("exists", state.Exists);
        json.Flag("known", state.IsKnown);
        json.StartArray("missing");
        foreach (var missing in state.Missing)
        {
            json.StartObject();
            json.Text("pattern", missing.Pattern.Text);
            json.Text("what", missing.Pattern.What);
            json.Text("probe", missing.Probe);
            json.Text("undone_by", missing.UndoneBy);
            json.Text("undone_at", missing.UndoneAt);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    private static string Remedy(ProtectedFile file) => file.IsTracked
        ? $"replace what is in it, then: git rm --cached -- {ShellWord.Of(file.Path)}"
        : "warder potato fix, or potato.allow in .warder.yml if it is harmless";
}
