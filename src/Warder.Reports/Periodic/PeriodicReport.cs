using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Periods;
using Warder.Reports.Templates;

namespace Warder.Reports.Periodic;

/// <summary>The report of a day, week, month, quarter or year.</summary>
public static class PeriodicReport
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the model itself; its schema is <c>report.schema.json</c>.</summary>
    public static string Json(JsonObject model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            model.WriteTo(json);
        }

        return Redactor.Known.Redact(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length)) + "\n";
    }

    /// <summary>Renders Warder's own template of a report.</summary>
    /// <param name="model">The model.</param>
    /// <param name="kind">Which report.</param>
    /// <param name="format">Markdown or HTML.</param>
    public static string Render(JsonObject model, PeriodKind kind, TemplateFormat format) =>
        Template.BuiltIn($"periodic/{NameOf(kind)}.{(format == TemplateFormat.Html ? "html" : "md")}").Render(model, new TemplateSetting { Format = format });

    /// <summary>What the report of a period is called: <c>weekly</c>.</summary>
    public static string NameOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Day => "daily",
        PeriodKind.Week => "weekly",
        PeriodKind.Month => "monthly",
        PeriodKind.Quarter => "quarterly",
        _ => "yearly",
    };
}
