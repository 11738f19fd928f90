using Warder.Engine.Auditing;
using Warder.Reports.Json;

namespace Warder.Reports.Sarif;

/// <summary>SARIF 2.1.0: one run for each repository.</summary>
public sealed class SarifReport : IAuditReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <inheritdoc/>
    public void Write(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.Text("$schema", Schema);
        json.Text("version", "2.1.0");
        json.StartArray("runs");
        foreach (var result in results)
        {
            WriteRun(json, result, options, results.Count > 1);
        }

        json.EndArray();
        json.EndObject();
        json.Finish();
    }

    private static void WriteRun(JsonOutput json, AuditResult result, ReportOptions options, bool several)
    {
        var rules = new SarifRules(result, options);
        json.StartObject();
        json.StartObject("tool");
        json.StartObject("driver");
        json.Text("name", "Warder");
        json.Text("semanticVersion", options.Version);
        json.Text("version", options.Version);
        json.Text("informationUri", options.InformationUri);
        rules.Write(json, options);
        json.EndObject();
        json.EndObject();
        WriteInvocation(json, result);

        // The category by which a forge tells runs apart ends at the last slash; a folder's name is no part of a lone run's identity.
        json.StartObject("automationDetails");
        json.Text("id", several ? $"warder/{Uri.EscapeDataString(result.Repository.Files.Name)}/" : "warder/");
        json.EndObject();
        json.StartObject("originalUriBaseIds");
        json.StartObject(SarifPlaces.Root);
        json.StartObject("description");
        json.Text("text", "The root of the repository.");
        json.EndObject();
        json.EndObject();
        json.EndObject();
        json.Text("columnKind", "utf16CodeUnits");
        new SarifResults(json, rules, result.Repository).Write(result);
        WriteProperties(json, result);
        json.EndObject();
    }

    private static void WriteInvocation(JsonOutput json, AuditResult result)
    {
        json.StartArray("invocations");
        json.StartObject();
        json.Flag("executionSuccessful", result.Diagnostics.Count == 0);
        json.StartArray("toolExecutionNotifications");
        foreach (var diagnostic in result.Diagnostics)
        {
            json.StartObject();
            json.StartObject("descriptor");
            json.Text("id", diagnostic.Code);
            json.EndObject();
            json.Text("level", "error");
            json.StartObject("message");
            json.Text("text", SarifRules.Sentence(diagnostic.Message));
            json.EndObject();
            if (diagnostic.Path is not null)
            {
                json.StartArray("locations");
                json.StartObject();
                SarifPlaces.WriteFile(json, diagnostic.Path, diagnostic.Position);
                json.EndObject();
                json.EndArray();
            }

            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        json.EndArray();
    }

    private static void WriteProperties(JsonOutput json, AuditResult result)
    {
        json.StartObject("properties");
        json.Text("repository", result.Repository.Files.Name);
        json.Number("workflows", result.Counts.Workflows);
        json.Number("jobs", result.Counts.Jobs);
        json.Number("actions", result.Counts.Actions);
        json.Number("scripts", result.Counts.Scripts);
        json.Number("documents", result.Counts.Documents);
        json.Number("unknowns", result.Unknowns.Count);
        json.EndObject();
    }
}
