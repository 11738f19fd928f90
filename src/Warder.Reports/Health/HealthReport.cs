using Warder.Reports.Console;
using Warder.Reports.Json;

namespace Warder.Reports.Health;

/// <summary>Tells how the things stand that Warder depends on.</summary>
public static class HealthReport
{
    /// <summary>Writes for people at a terminal.</summary>
    public static void Write(IReadOnlyList<HealthItem> items, ReportOptions options, TextWriter output)
    {
        var screen = new Screen(output, options);
        var width = items.Max(i => i.Name.Length) + 1;
        foreach (var item in items)
        {
            var (mark, ink) = item.State switch
            {
                HealthState.Good => (screen.Mark(Outcome.Passed), Ink.Good),
                HealthState.Absent => ("-", Ink.Faint),
                _ => (screen.Mark(Outcome.Failed), Ink.Error),
            };
            screen.Paragraph(0, $"{mark} {item.Name.PadRight(width)}", ink, item.Text);
            if (item.Remedy is not null)
            {
                screen.Paragraph(2, "= ", Ink.Faint, item.Remedy);
            }
        }

        var problems = items.Count(i => i.State == HealthState.Problem);
        screen.EndLine();
        screen.Paragraph(0, "", Ink.Plain, problems == 0 ? "Nothing to mend." : $"{Words.Count(problems, "problem")} to mend.");
    }

    /// <summary>Writes JSON; the schema is <c>doctor.schema.json</c>.</summary>
    public static void WriteJson(IReadOnlyList<HealthItem> items, IReadOnlyList<string> trace, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.StartArray("checks");
        foreach (var item in items)
        {
            json.StartObject();
            json.Text("name", item.Name);
            json.Text("state", item.State.ToString().ToLowerInvariant());
            json.Text("text", item.Text);
            json.Text("remedy", item.Remedy);
            json.EndObject();
        }

        json.EndArray();
        json.Items("trace", trace);
        json.EndObject();
        json.Finish();
    }
}
