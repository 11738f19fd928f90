using System.Globalization;
using Warder.Engine.Rotation;
using Warder.Reports.Console;
using Warder.Reports.Json;

namespace Warder.Reports.Rotation;

/// <summary>When each token is due.</summary>
public static class RotationReport
{
    /// <summary>Writes for people at a terminal.</summary>
    public static void Write(IReadOnlyList<TokenRotation> rotations, DateOnly today, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        if (rotations.Count > 0)
        {
            var table = new TextTable("token", "state", "due", "last replaced", "every", "owner", "because");
            foreach (var rotation in rotations)
            {
                table.Add(
                    InkOf(rotation.State),
                    rotation.Entry.Name,
                    WordOf(rotation.State),
                    DueOf(rotation, today),
                    rotation.Last is { } last ? DayOf(last) : "not known",
                    rotation.State == RotationState.Exempt ? "" : $"{rotation.PeriodDays} days",
                    rotation.Entry["owner"] ?? "not declared",
                    rotation.Because);
            }

            table.Print(screen);
        }

        var counts = rotations.CountBy(r => r.State).ToDictionary();
        screen.Paragraph(0, "", Ink.Plain, $"{Words.Count(rotations.Count, "registered token")}: {counts.GetValueOrDefault(RotationState.Overdue)} overdue, {counts.GetValueOrDefault(RotationState.Due)} due soon, {counts.GetValueOrDefault(RotationState.Undated)} without a date, {counts.GetValueOrDefault(RotationState.Scheduled)} scheduled, {counts.GetValueOrDefault(RotationState.Exempt)} made for each run");
    }

    /// <summary>Writes JSON; the schema is <c>rotation.schema.json</c>.</summary>
    public static void WriteJson(IReadOnlyList<TokenRotation> rotations, DateOnly today, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.Text("date", DayOf(today));
        json.StartArray("tokens");
        foreach (var rotation in rotations)
        {
            json.StartObject();
            json.Text("token", rotation.Entry.Name);
            json.Text("state", rotation.State.ToString().ToLowerInvariant());
            json.Text("due", rotation.Due is { } due ? DayOf(due) : null);
            json.Text("last", rotation.Last is { } last ? DayOf(last) : null);
            json.Number("period_days", rotation.PeriodDays);
            json.Text("because", rotation.Because);
            json.Text("owner", rotation.Entry["owner"]);
            json.Text("evidence", rotation.Entry["rotation_evidence"]);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        json.Finish();
    }

    internal static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string WordOf(RotationState state) => state switch
    {
        RotationState.Overdue => "overdue",
        RotationState.Due => "due soon",
        RotationState.Undated => "no date",
        RotationState.Scheduled => "scheduled",
        _ => "each run",
    };

    private static string DueOf(TokenRotation rotation, DateOnly today) => rotation.DaysLeft(today) switch
    {
        null => "",
        < 0 and var days => $"{DayOf(rotation.Due!.Value)}, {Words.Count(-days, "day")} ago",
        0 => $"{DayOf(rotation.Due!.Value)}, today",
        { } days => $"{DayOf(rotation.Due!.Value)}, in {Words.Count(days, "day")}",
    };

    private static Ink InkOf(RotationState state) => state switch
    {
        RotationState.Overdue => Ink.Error,
        RotationState.Due => Ink.Warning,
        RotationState.Undated => Ink.Info,
        _ => Ink.Plain,
    };
}
