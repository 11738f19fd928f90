using Warder.Engine.Rotation;
using Warder.Reports.Console;
using Warder.Reports.Json;

namespace Warder.Reports.Rotation;

/// <summary>What a maximum lifetime would break: which tokens, workflows and owners, and when.</summary>
public static class LifetimeReport
{
    private const int ShownWorkflows = 3;

    /// <summary>Writes for people at a terminal.</summary>
    public static void Write(IReadOnlyList<LifetimeBreak> breaks, int days, DateOnly from, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        screen.Paragraph(0, "", Ink.Strong, $"If no value might be older than {Words.Count(days, "day")} from {RotationReport.DayOf(from)} on:");
        foreach (var broken in breaks)
        {
            var when = broken.Breaks is { } day ? $"breaks on {RotationReport.DayOf(day)}" : "nobody wrote down when it was made: treat it as broken";
            screen.Paragraph(2, broken.Rotation.Entry.Name + " ", broken.Breaks == from || broken.Breaks is null ? Ink.Error : Ink.Plain, when);
            var shown = options.Verbose ? int.MaxValue : ShownWorkflows;
            var users = broken.Workflows.Count == 0 ? "no workflow" : string.Join(", ", broken.Workflows.Take(shown)) + (broken.Workflows.Count > shown ? $" and {broken.Workflows.Count - shown} more" : "");
            screen.Paragraph(6, "= ", Ink.Faint, $"owner {broken.Owner ?? "not declared"}; {users}");
        }

        var atOnce = breaks.Count(b => b.Breaks == from || b.Breaks is null);
        var workflows = breaks.Where(b => b.Breaks == from || b.Breaks is null).SelectMany(b => b.Workflows).Distinct(StringComparer.Ordinal).Count();
        var owners = breaks.Where(b => b.Breaks == from || b.Breaks is null).Select(b => b.Owner).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        screen.Paragraph(0, "", Ink.Plain, $"{Words.Count(breaks.Count, "token")}; on the first day {atOnce} of them, in {Words.Count(workflows, "workflow")} of {Words.Count(owners, "owner")}");
    }

    /// <summary>Writes JSON; the schema is <c>lifetime.schema.json</c>.</summary>
    public static void WriteJson(IReadOnlyList<LifetimeBreak> breaks, int days, DateOnly from, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.Number("max_lifetime_days", days);
        json.Text("from", RotationReport.DayOf(from));
        json.StartArray("tokens");
        foreach (var broken in breaks)
        {
            json.StartObject();
            json.Text("token", broken.Rotation.Entry.Name);
            json.Text("breaks", broken.Breaks is { } day ? RotationReport.DayOf(day) : null);
            json.Text("owner", broken.Owner);
            json.Items("workflows", broken.Workflows);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        json.Finish();
    }
}
