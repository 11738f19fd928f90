using Warder.Engine.Auditing;
using Warder.Engine.Permissions;
using Warder.Engine.Permissions.Scorecard;
using Warder.Pipelines;
using Warder.Reports.Json;

namespace Warder.Reports.Permissions;

/// <summary>Needs and grants as JSON; the schema is <c>permissions.schema.json</c>.</summary>
public sealed class PermissionJsonReport : IPermissionReport
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<AuditResult> results, IReadOnlyList<JobPermissions> jobs, bool why, ReportOptions options, TextWriter output)
    {
        using var json = new JsonOutput(output);
        json.StartObject();
        json.StartArray("jobs");
        foreach (var job in jobs)
        {
            WriteJob(json, job);
        }

        json.EndArray();
        var forecast = ScorecardForecast.Of([.. results.SelectMany(r => r.Jobs)]);
        json.StartObject("scorecard");
        json.Number("before", forecast.Before);
        json.Number("after", forecast.After);
        json.EndObject();
        json.StartArray("diagnostics");
        foreach (var diagnostic in results.SelectMany(r => r.Diagnostics))
        {
            json.StartObject();
            json.Text("code", diagnostic.Code);
            json.Text("message", diagnostic.Message);
            json.Text("file", diagnostic.Path);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        json.Finish();
    }

    private static void WriteJob(JsonOutput json, JobPermissions job)
    {
        json.StartObject();
        json.Text("file", job.Needs.Path);
        json.Text("job", job.Needs.Job);
        WriteNeeds(json, job);
        WriteGrants(json, job);
        WriteUnknowns(json, "unknowns", job.Needs.Default.Unknowns);
        json.Text("verdict", PermissionWords.Of(job.Verdict));
        json.StartObject("recommended");
        foreach (var row in job.Recommended)
        {
            json.Text(row.Permission, PermissionWords.Of(row.AtMost));
        }

        json.EndObject();
        WriteOthers(json, job.Needs.Others);
        json.EndObject();
    }

    private static void WriteNeeds(JsonOutput json, JobPermissions job)
    {
        json.StartArray("needs");
        foreach (var row in job.Rows)
        {
            // A level that is certain hides lower ones; one that is only possible stands beside it.
            foreach (var level in row.Needs.Select(n => n.Level).Distinct().OrderDescending())
            {
                var needs = row.Needs.Where(n => n.Level == level).ToList();
                var certainty = needs.Max(n => n.Certainty);
                if (level >= row.Certain)
                {
                    WriteNeed(json, row.Permission, level, certainty, needs);
                }
            }
        }

        json.EndArray();
    }

    private static void WriteNeed(JsonOutput json, string permission, GrantLevel level, Certainty certainty, IReadOnlyList<Need> needs)
    {
        json.StartObject();
        json.Text("permission", permission);
        json.Text("level", PermissionWords.Of(level));
        json.Text("certainty", PermissionWords.Of(certainty));
        json.Items("or", needs.SelectMany(n => n.Or.Append(n.Permission)).Where(o => o != permission).Distinct());
        json.Flag("app_only", needs.Any(n => n.IsAppOnly));
        json.StartArray("because");
        foreach (var reason in needs.SelectMany(n => n.Because))
        {
            WriteReason(json, reason);
        }

        json.EndArray();
        json.EndObject();
    }

    private static void WriteReason(JsonOutput json, NeedReason reason)
    {
        json.StartObject();
        json.Text("file", reason.Path);
        json.Number("line", reason.Position.Line);
        json.Number("column", reason.Position.Column);
        json.Text("step", reason.Step);
        json.Text("what", reason.Text);
        json.TextIfAny("condition", reason.Condition);
        json.Text("basis", reason.Basis);
        json.Items("via", reason.Via);
        json.EndObject();
    }

    private static void WriteGrants(JsonOutput json, JobPermissions job)
    {
        json.StartArray("grants");
        foreach (var row in job.Rows)
        {
            if (row.Granted is { } level and > GrantLevel.None)
            {
                json.StartObject();
                json.Text("permission", row.Permission);
                json.Text("level", PermissionWords.Of(level));
                json.Text("verdict", PermissionWords.Of(row.Verdict));
                json.EndObject();
            }
        }

        json.EndArray();
        json.Text("grant_form", PermissionWords.Form(job.Granted));
        json.Text("grant_place", job.Granted is null ? null : job.IsOwnGrant ? "job" : "workflow");
    }

    private static void WriteUnknowns(JsonOutput json, string name, IReadOnlyList<OpenQuestion> questions)
    {
        json.StartArray(name);
        foreach (var question in questions)
        {
            json.StartObject();
            json.Text("kind", question.Kind);
            json.Text("file", question.Path);
            json.Number("line", question.Position.Line);
            json.Number("column", question.Position.Column);
            json.Text("step", question.Step);
            json.Text("subject", question.Subject);
            json.Text("because", question.Because);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteOthers(JsonOutput json, IReadOnlyList<TokenNeeds> others)
    {
        json.StartArray("other_tokens");
        foreach (var other in others.OrderBy(o => o.Token.Name, StringComparer.Ordinal))
        {
            json.StartObject();
            json.Text("token", other.Token.Name);
            json.StartArray("needs");
            foreach (var need in other.All)
            {
                WriteNeed(json, need.Permission, need.Level, need.Certainty, [need]);
            }

            json.EndArray();
            WriteUnknowns(json, "unknowns", other.Unknowns);
            json.EndObject();
        }

        json.EndArray();
    }
}
