using Warder.Engine.Findings;
using Warder.Engine.Hygiene;
using Warder.Reports.Console;
using Warder.Reports.Json;

namespace Warder.Reports.Hygiene;

/// <summary>Tells which artifacts lie in the root, and what is right to do, or was done.</summary>
public static class GuardReport
{
    private const int ShownOfFamily = 20;

    /// <summary>Writes for people at a terminal.</summary>
    /// <param name="artifacts">The artifacts, sorted by family.</param>
    /// <param name="logs">The folder for logs.</param>
    /// <param name="isCleaning">Whether it is told what <c>clean</c> would do or did.</param>
    /// <param name="options">How to tell it.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IReadOnlyList<CleanedArtifact> artifacts, string logs, bool isCleaning, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        foreach (var family in artifacts.GroupBy(a => a.Artifact.Fact.Family, StringComparer.Ordinal))
        {
            screen.Sign(family.Key, Ink.Strong).EndLine();
            var shown = options.Verbose ? int.MaxValue : ShownOfFamily;
            foreach (var cleaned in family.Take(shown))
            {
                WriteOne(screen, cleaned, logs, isCleaning);
            }

            var left = family.Count() - shown;
            if (left > 0)
            {
                screen.Paragraph(2, "", Ink.Faint, $"and {left} more of {family.Key}; --verbose shows all");
            }
        }

        screen.Paragraph(0, "", Ink.Plain, Sum(artifacts, isCleaning));
    }

    /// <summary>Writes JSON; the schema is <c>guard.schema.json</c>.</summary>
    public static void WriteJson(IReadOnlyList<CleanedArtifact> artifacts, string logs, IReadOnlyList<Diagnostic> diagnostics, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.StartArray("artifacts");
        foreach (var (artifact, isDone, problem) in artifacts)
        {
            json.StartObject();
            json.Text("name", artifact.Name);
            json.Text("kind", artifact.IsLink ? "link" : artifact.IsFolder ? "folder" : "file");
            json.Text("family", artifact.Fact.Family);
            json.Text("what", artifact.Fact.What);
            json.Text("state", HygieneWords.Of(artifact.State));
            json.Number("files", artifact.Size.Files);
            json.Number("bytes", artifact.Size.Bytes);
            json.Text("action", HygieneWords.Of(artifact.Action));
            json.Text("because", artifact.Action == ArtifactAction.Review ? artifact.WhyReview : null);
            json.Text("command", HygieneWords.CommandFor(artifact, logs));
            json.Flag("done", isDone);
            json.Text("problem", problem);
            json.EndObject();
        }

        json.EndArray();
        json.Number("bytes", artifacts.Sum(a => a.Artifact.Size.Bytes));
        json.Text("logs", logs);
        PotatoReport.WriteDiagnostics(json, diagnostics);
        json.EndObject();
        json.Finish();
    }

    private static void WriteOne(Screen screen, CleanedArtifact cleaned, string logs, bool isCleaning)
    {
        var (artifact, isDone, problem) = cleaned;
        var size = artifact.IsFolder ? $"{Words.Count(artifact.Size.Files, "file")}, {HygieneWords.Size(artifact.Size.Bytes)}" : HygieneWords.Size(artifact.Size.Bytes);
        var name = ShellWord.Of(artifact.Name) + (artifact.IsFolder ? "/" : "");
        var (label, ink) = LabelOf(artifact, isDone, problem, isCleaning);
        screen.Paragraph(2, label, ink, $"{name} ({artifact.Fact.What}, {HygieneWords.Of(artifact.State)}, {size})");
        if (problem is not null)
        {
            screen.Paragraph(4, "! ", Ink.Error, problem);
        }
        else if (artifact.Action == ArtifactAction.Review)
        {
            screen.Paragraph(4, "= ", Ink.Faint, $"look at it yourself: {artifact.WhyReview}");
        }
        else if (!isCleaning || artifact.Action == ArtifactAction.Untrack)
        {
            screen.Paragraph(4, "= ", Ink.Faint, HygieneWords.CommandFor(artifact, logs));
        }
    }

    private static (string Label, Ink Ink) LabelOf(RootArtifact artifact, bool isDone, string? problem, bool isCleaning) => artifact.Action switch
    {
        _ when problem is not null => ("not done ", Ink.Error),
        ArtifactAction.Delete when isDone => ("deleted ", Ink.Good),
        ArtifactAction.Move when isDone => ("moved ", Ink.Good),
        ArtifactAction.Delete when isCleaning => ("would delete ", Ink.Warning),
        ArtifactAction.Move when isCleaning => ("would move ", Ink.Warning),
        ArtifactAction.Untrack or ArtifactAction.Review when isCleaning => ("left alone ", Ink.Plain),
        _ => ("", Ink.Plain),
    };

    private static string Sum(IReadOnlyList<CleanedArtifact> artifacts, bool isCleaning)
    {
        if (artifacts.Count == 0)
        {
            return "no artifacts in the root";
        }

        var all = $"{Words.Count(artifacts.Count, "artifact")} in the root, {HygieneWords.Size(artifacts.Sum(a => a.Artifact.Size.Bytes))}";
        var done = artifacts.Count(a => a.IsDone);
        var open = artifacts.Count(a => !a.IsDone && a.Artifact.Action is ArtifactAction.Delete or ArtifactAction.Move);
        return isCleaning
            ? done > 0 ? $"{all}; {done} cleaned, {artifacts.Count - done} left" : $"{all}; nothing done{(open > 0 ? $", --yes cleans {open}" : "")}"
            : $"{all}{(open > 0 ? $"; warder guard clean handles {open}" : "")}";
    }
}
