using Warder.Engine.Auditing;
using Warder.Engine.Findings;
using Warder.Engine.Registry;

namespace Warder.Reports.Json;

/// <summary>JSON with the source project's keys and Warder's beside them.</summary>
public sealed class JsonReport : IAuditReport
{
    private const int SchemaVersion = 1;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output) => Write(results, options, output, "warder-audit", _ => { });

    /// <summary>Writes an audit with something more after it, under the name of another schema.</summary>
    internal static void Write(IReadOnlyList<AuditResult> results, ReportOptions options, TextWriter output, string schema, Action<JsonOutput> writeMore)
    {
        using var json = new JsonOutput(output);
        var tally = AuditTally.Of(results);
        var compliant = new IReadOnlyList<CompliantUse>[results.Count];
        for (var i = 0; i < compliant.Length; i++)
        {
            compliant[i] = CompliantUses.Of(results[i]);
        }

        json.StartObject();
        WriteHead(json, results, options, schema);
        WriteSummary(json, tally, compliant);
        WriteFindings(json, results, "violations", Severity.Error, Severity.Critical);
        WriteFindings(json, results, "warnings", Severity.Warning, Severity.Warning);
        WriteFindings(json, results, "notes", Severity.Info, Severity.Info);
        WriteCompliant(json, results, compliant);
        json.Items("registered_tokens", NamesOf(results, TokenStatus.Registered));
        json.Items("prohibited_tokens", NamesOf(results, TokenStatus.Prohibited, TokenStatus.Deprecated));
        WriteSuppressed(json, results);
        WriteUnseen(json, results);
        WriteCounts(json, tally);
        writeMore(json);
        json.EndObject();
        json.Finish();
    }

    private static string? NameOf(IReadOnlyList<AuditResult> results, AuditResult result) =>
        results.Count > 1 ? result.Repository.Files.Name : null;

    private static void WriteHead(JsonOutput json, IReadOnlyList<AuditResult> results, ReportOptions options, string schema)
    {
        json.StartObject("schema");
        json.Text("name", schema);
        json.Number("version", SchemaVersion);
        json.EndObject();
        json.StartObject("tool");
        json.Text("name", "warder");
        json.Text("version", options.Version);
        json.EndObject();
        json.Text("repository", results.Count == 1 ? results[0].Repository.Files.Name : null);
        json.StartArray("repositories");
        foreach (var result in results)
        {
            json.StartObject();
            json.Text("name", result.Repository.Files.Name);
            json.Text("registry", result.Repository.Registry?.Source.Path);
            json.Text("policy", result.Repository.Policy.Source?.Path);
            json.Text("date", result.Repository.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteSummary(JsonOutput json, AuditTally tally, IReadOnlyList<CompliantUse>[] compliant)
    {
        var violations = tally.AtOrAbove(Severity.Error);
        var items = 0;
        foreach (var uses in compliant)
        {
            items += uses.Count;
        }

        json.StartObject("summary");
        json.Number("total_violations", violations);
        json.Number("critical_violations", tally[Severity.Critical]);
        json.Number("error_violations", tally[Severity.Error]);
        json.Number("warnings", tally[Severity.Warning]);
        json.Number("notes", tally[Severity.Info]);
        json.Number("compliant_items", items);

        // What was not seen has not passed.
        json.Flag("audit_passed", violations == 0 && tally.Diagnostics == 0);
        json.EndObject();
    }

    private static void WriteFindings(JsonOutput json, IReadOnlyList<AuditResult> results, string name, Severity from, Severity to)
    {
        json.StartArray(name);
        foreach (var result in results)
        {
            var writer = new JsonFinding(json, result.Repository, NameOf(results, result));
            foreach (var finding in result.Findings)
            {
                if (finding.Severity >= from && finding.Severity <= to)
                {
                    writer.Write(finding);
                }
            }
        }

        json.EndArray();
    }

    private static void WriteCompliant(JsonOutput json, IReadOnlyList<AuditResult> results, IReadOnlyList<CompliantUse>[] compliant)
    {
        json.StartArray("compliant");
        for (var i = 0; i < results.Count; i++)
        {
            foreach (var (use, entry) in compliant[i])
            {
                json.StartObject();
                json.TextIfAny("repository", NameOf(results, results[i]));
                json.Text("file", use.Path);
                json.Text("token", use.Token.Name);
                json.Text("bot_identity", entry.BotIdentity);
                json.Text("message", $"{use.Token.Name} is registered and used as the registry allows");
                json.Number("line", use.Start.Line);
                json.Number("column", use.Start.Column);
                json.Text("scope", Words.Of(use.Scope));
                json.Text("job", use.Job);
                json.Text("step", use.Step);
                json.EndObject();
            }
        }

        json.EndArray();
    }

    /// <summary>The names by status, in the order of the registries; a prohibited name is never also a registered one.</summary>
    private static List<string> NamesOf(IReadOnlyList<AuditResult> results, params ReadOnlySpan<TokenStatus> statuses)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var status in statuses)
        {
            foreach (var result in results)
            {
                var registry = result.Repository.Registry;
                foreach (var entry in registry?.Entries ?? [])
                {
                    if ((registry!.Find(entry.Name) ?? entry).Status == status && seen.Add(entry.Name))
                    {
                        names.Add(entry.Name);
                    }
                }
            }
        }

        return names;
    }

    private static void WriteSuppressed(JsonOutput json, IReadOnlyList<AuditResult> results)
    {
        json.StartArray("suppressed");
        foreach (var result in results)
        {
            var writer = new JsonFinding(json, result.Repository, NameOf(results, result));
            foreach (var suppressed in result.Suppressed)
            {
                writer.Write(suppressed.Finding, suppressed);
            }
        }

        json.EndArray();
    }

    private static void WriteUnseen(JsonOutput json, IReadOnlyList<AuditResult> results)
    {
        json.StartArray("diagnostics");
        foreach (var result in results)
        {
            foreach (var diagnostic in result.Diagnostics)
            {
                json.StartObject();
                json.TextIfAny("repository", NameOf(results, result));
                json.Text("code", diagnostic.Code);
                json.Text("message", diagnostic.Message);
                json.Text("file", diagnostic.Path);
                WritePosition(json, diagnostic.Position);
                json.EndObject();
            }
        }

        json.EndArray();
        json.StartArray("unknowns");
        foreach (var result in results)
        {
            foreach (var unknown in result.Unknowns)
            {
                json.StartObject();
                json.TextIfAny("repository", NameOf(results, result));
                json.Text("file", unknown.Path);
                WritePosition(json, unknown.Position);
                json.Text("subject", unknown.Subject);
                json.Text("because", unknown.Because);
                json.EndObject();
            }
        }

        json.EndArray();
    }

    private static void WritePosition(JsonOutput json, Syntax.LinePosition? position)
    {
        if (position is { } place)
        {
            json.Number("line", place.Line);
            json.Number("column", place.Column);
        }
        else
        {
            json.Null("line");
            json.Null("column");
        }
    }

    private static void WriteCounts(JsonOutput json, AuditTally tally)
    {
        json.StartObject("counts");
        json.Number("workflows", tally.Counts.Workflows);
        json.Number("jobs", tally.Counts.Jobs);
        json.Number("actions", tally.Counts.Actions);
        json.Number("scripts", tally.Counts.Scripts);
        json.Number("documents", tally.Counts.Documents);
        json.Number("registered_tokens", tally.Registered);
        json.Number("registered_tokens_used", tally.RegisteredUsed);
        json.Number("unregistered_tokens", tally.Unregistered);
        json.Number("default_token_uses", tally.DefaultTokenUses);
        json.Number("suppressed_inline", tally[SuppressionKind.Inline]);
        json.Number("suppressed_exception", tally[SuppressionKind.Exception]);
        json.Number("suppressed_baseline", tally[SuppressionKind.Baseline]);
        json.EndObject();
    }
}
