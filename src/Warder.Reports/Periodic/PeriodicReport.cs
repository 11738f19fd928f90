using System.Text.Json.Nodes;
using Warder.Engine.Exposure.Redaction;
using Warder.Engine.Periods;
using Warder.Reports.Templates;

namespace Warder.Reports.Periodic;

/// <summary>The report of a day, week, month, quarter or year.</summary>
public static class PeriodicReport
{
    /// <summary>Writes the model itself; its schema is <c>report.schema.json</c>.</summary>
    public static string Json(JsonObject model) => Redactor.Known.Redact(ModelText.Json(model));

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
