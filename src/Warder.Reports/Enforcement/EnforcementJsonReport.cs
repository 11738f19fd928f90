using System.Globalization;
using Warder.Engine.Enforcement;
using Warder.Reports.Json;

namespace Warder.Reports.Enforcement;

/// <summary>The JSON of an audit with the validation beside it; the schema is <c>validation.schema.json</c>.</summary>
public static class EnforcementJsonReport
{
    /// <summary>Writes it.</summary>
    public static void Write(EnforcementResult result, ReportOptions options, TextWriter output) =>
        JsonReport.Write([result.Audit], options, output, "warder-validation", json => WriteValidation(json, result));

    private static void WriteValidation(JsonOutput json, EnforcementResult result)
    {
        json.StartObject("validation");
        json.Text("verdict", EnforcementWords.Of(result.Verdict));
        json.Text("time", result.Time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.Flag("strict", result.IsStrict);
        json.Flag("whole", result.IsWhole);
        json.Text("default_token", EnforcementWords.Of(result.Audit.Repository.DefaultToken));
        json.Number("violations", result.Violations);
        json.Number("warnings", result.Warnings);
        WriteSections(json, result);
        WriteRecommendations(json, result);
        json.StartArray("documents");
        foreach (var document in result.Documents)
        {
            json.StartObject();
            json.Text("file", document.Path);
            json.Text("standing", document.Standing.ToString().ToLowerInvariant());
            json.EndObject();
        }

        json.EndArray();
        json.Items("next_steps", NextSteps.Of(result));
        json.EndObject();
    }

    private static void WriteSections(JsonOutput json, EnforcementResult result)
    {
        var facts = new SectionFacts(result);
        json.StartArray("sections");
        foreach (var section in result.Sections)
        {
            json.StartObject();
            json.Text("name", EnforcementWords.NameOf(section.Section));
            json.Text("title", EnforcementWords.TitleOf(section.Section));
            json.Number("violations", section.Violations);
            json.Number("warnings", section.Warnings);
            json.Number("notes", section.Notes);
            json.StartArray("facts");
            foreach (var fact in facts.Of(section.Section))
            {
                json.StartObject();
                json.Text("label", fact.Label);
                json.Text("value", fact.Value);
                json.EndObject();
            }

            json.EndArray();
            json.Items("findings", section.Findings.Select(f => f.Fingerprint));
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteRecommendations(JsonOutput json, EnforcementResult result)
    {
        var times = result.Audit.Repository.Policy.ResponseTimes;
        json.StartArray("recommendations");
        foreach (var recommendation in result.Recommendations)
        {
            json.StartObject();
            json.Text("severity", Words.Of(recommendation.Severity));
            json.Text("rule", recommendation.Rule.Slug);
            json.Text("title", recommendation.Rule.Title);
            json.Number("findings", recommendation.Findings);
            json.Number("files", recommendation.Files);
            json.Number("within_hours", (long)times.For(recommendation.Severity).TotalHours);
            json.Flag("fixable", recommendation.Rule.Fixable);
            json.Text("hint", recommendation.Hint);
            json.EndObject();
        }

        json.EndArray();
    }
}
